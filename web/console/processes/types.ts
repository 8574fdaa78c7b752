import type { client } from "../../api/client.ts";

export type Explored = Awaited<ReturnType<typeof client.mining.explore>>;
export type ProcessRow = Awaited<ReturnType<typeof client.mining.processes>>["rows"][number];
export type OneCase = Awaited<ReturnType<typeof client.mining.oneCase>>;
