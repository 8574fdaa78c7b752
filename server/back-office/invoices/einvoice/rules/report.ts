/** How a rule says that it is broken: its id, the place, and the values its message names. */
export type Report = (rule: string, path: string, values?: Readonly<Record<string, string>>) => void;
