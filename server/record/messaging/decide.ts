import type { Purpose } from "#record/consent/purposes.ts";

export type Reason =
  | "ok"
  | "no_address"
  | "address_invalid"
  | "suppressed"
  | "no_consent"
  | "withdrawn"
  | "purpose_off"
  | "frequency_cap"
  | "quiet_hours";
export type Basis = "contract" | "consent" | "legitimate_interest";

/** All that a decision looks at. */
export interface Situation {
  transactional: boolean;
  address: { email: string | null; invalid: boolean; suppressed: boolean };
  purpose: Pick<Purpose, "active" | "basis"> | undefined;
  consent: "pending" | "given" | "withdrawn" | undefined;
  /** Messages that were not transactional, in the period of the cap. */
  recentMessages: number;
  cap: number;
  /** When marketing may leave: now, or later. */
  openFrom: Date;
  now: Date;
}

export type Decision =
  | { outcome: "send"; reason: "ok"; basis: Basis }
  | { outcome: "defer"; reason: "quiet_hours"; basis: Basis; until: Date }
  | { outcome: "skip"; reason: Exclude<Reason, "ok" | "quiet_hours">; basis: Basis };

/**
 * Whether a message to a person may leave, and why (the first rule that says no is the reason). A message that a contract
 * needs (a code, an invoice, an appointment) only asks for a working address; any other needs a purpose that is on, its
 * consent or the absence of a no, room under the frequency cap, and a decent hour.
 */
export function decide(situation: Situation): Decision {
  const { transactional, address, purpose, consent } = situation;
  const basis: Basis = transactional ? "contract" : (purpose?.basis ?? "consent");
  const skip = (reason: Exclude<Reason, "ok" | "quiet_hours">): Decision => ({ outcome: "skip", reason, basis });
  if (!address.email) return skip("no_address");
  if (address.invalid) return skip("address_invalid");
  if (transactional) return { outcome: "send", reason: "ok", basis };
  if (address.suppressed) return skip("suppressed");
  if (!purpose?.active) return skip("purpose_off");
  if (consent === "withdrawn") return skip("withdrawn");
  if (purpose.basis === "consent" && consent !== "given") return skip("no_consent");
  if (situation.recentMessages >= situation.cap) return skip("frequency_cap");
  if (situation.openFrom > situation.now) return { outcome: "defer", reason: "quiet_hours", basis, until: situation.openFrom };
  return { outcome: "send", reason: "ok", basis };
}
