import type { client } from "../../api/client.ts";
import type { Tone } from "../../ui/status-badge.tsx";

export type DispatchBoard = Awaited<ReturnType<typeof client.appointments.board>>;
export type Visit = DispatchBoard["rows"][number];
export type VisitDetail = Awaited<ReturnType<typeof client.appointments.show>>;

/** Every noun whose events change what a board or a visit shows. */
export const visitNouns = ["appointment", "technician", "installation", "order", "task"];

export const visitTone: Record<Visit["status"], Tone> = {
  booked: "info",
  dispatched: "active",
  arrived: "active",
  completed: "good",
  confirmed: "good",
  missed: "bad",
  cancelled: "neutral",
};

export const addressOf = (address: Visit["address"]): string =>
  [address.line1, address.line2, `${address.postcode} ${address.city}`].filter(Boolean).join(", ");

/** A map of the address in whatever app the device opens: no key, no map of ours. */
export const mapUrl = (address: Visit["address"]): string =>
  `https://www.openstreetmap.org/search?query=${encodeURIComponent(addressOf(address))}`;
