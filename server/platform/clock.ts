/** The only source of "now". Tests and the demo move it forward; nothing else in the code reads the wall clock for business time. */
export interface Clock {
  now(): Date;
  /** Milliseconds this clock runs ahead of the wall clock. */
  offsetMs(): number;
  setOffsetMs(offsetMs: number): void;
}

export function createClock(initialOffsetMs = 0): Clock {
  let offset = initialOffsetMs;
  return {
    now: () => new Date(Date.now() + offset),
    offsetMs: () => offset,
    setOffsetMs(offsetMs) {
      offset = offsetMs;
    },
  };
}

/** A clock that stands still at one instant until moved: what most tests want. */
export function createFixedClock(start: Date): Clock & { advanceMs(ms: number): void; set(at: Date): void } {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    offsetMs: () => at - Date.now(),
    setOffsetMs(offsetMs) {
      at = Date.now() + offsetMs;
    },
    advanceMs(ms) {
      at += ms;
    },
    set(next) {
      at = next.getTime();
    },
  };
}
