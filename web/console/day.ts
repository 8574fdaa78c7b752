import { now } from "../api/now.ts";

/** Today as the server counts it: "2026-03-02". */
export const today = (): string => new Date(now()).toISOString().slice(0, 10);
