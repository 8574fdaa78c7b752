/**
 * Each timed job holds one connection for its lock and works on others. All of them at once (at start, when the clock
 * jumps) would take every connection of the pool and then wait for one more, for ever: so only a few run at a time.
 */
const atOnce = 4;
let free = atOnce;
const waiting: (() => void)[] = [];

/** Runs work when its turn comes, first come first served. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}
