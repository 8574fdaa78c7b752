import type { client } from "../../api/client.ts";

export type ShownTable = Awaited<ReturnType<typeof client.rules.show>>;
export type Rule = ShownTable["rules"][number];
export type Analysis = ShownTable["analysis"];
export type Trial = Awaited<ReturnType<typeof client.rules.try>>;
export type Fault = Awaited<ReturnType<typeof client.rules.check>>["faults"][number];
/** Rules as they are being written. */
export interface Draft {
  hitPolicy: ShownTable["hitPolicy"];
  rules: Rule[];
}
