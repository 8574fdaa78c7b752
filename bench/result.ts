/** One figure, with what it must reach (`bar`), whether it did, and what it is compared with in the same run (`peer`). */
export type BenchRow = { metric: string; value: string | number; bar?: string; met?: boolean; peer?: string };

/** What the `bench()` of each file here returns. */
export type BenchResult = { name: string; rows: BenchRow[] };
