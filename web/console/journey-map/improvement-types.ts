import type { client } from "../../api/client.ts";

export type Listed = Awaited<ReturnType<typeof client.journeys.improvements>>;
export type Pain = Listed["pains"][number];
export type Improvement = Listed["improvements"][number];
export type Stage = Awaited<ReturnType<typeof client.journeys.show>>["stages"][number];

/** Which dialog is open, and about what: nothing for a new one. */
export type Asked =
  | { kind: "pain"; pain?: Pain; stage?: string }
  | { kind: "improvement"; improvement?: Improvement; stage?: string; painPointId?: string };
