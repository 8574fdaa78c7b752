import type { Prepared } from "./prepare.ts";
import { satDomains } from "./sat-domains.ts";

/** What is possible before any choice, found once per model; null when the model has no valid configuration. */
export function unchosenDomains(prepared: Prepared): Uint8Array | null {
  if (prepared.unchosen === undefined) prepared.unchosen = satDomains(prepared, []);
  return prepared.unchosen;
}
