/** The object without the fields that are undefined: an absent term is absent, not undefined. */
export function present<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** A list that is there only when it has something in it. */
export const some = <T>(list: readonly T[]): T[] | undefined => (list.length === 0 ? undefined : [...list]);
