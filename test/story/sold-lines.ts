import type { SoldLine } from "#cpq/quotes/events.ts";
import { newId } from "#platform/ids.ts";

/** What Léa buys, as a signed quote states it: a router, its installation, and fibre with metered minutes. */
export function soldLines(): SoldLine[] {
  const line = (sku: string, name: string, kind: SoldLine["kind"], netMinor: string, rest: Partial<SoldLine>): SoldLine => ({
    lineId: newId(),
    offeringId: newId(),
    sku,
    name,
    kind,
    quantity: "1",
    netMinor,
    listMinor: netMinor,
    vatCategory: "S",
    vatRate: "20",
    everyMonths: null,
    termMonths: null,
    meters: [],
    characteristics: {},
    delivery: "none",
    leadTimeDays: 0,
    ...rest,
  });
  return [
    line("ROUTER-PRO", "Routeur Wi-Fi 6 Pro", "product", "18900", { delivery: "ship", leadTimeDays: 3 }),
    line("INSTALL", "Installation sur site", "service", "14900", { delivery: "install", leadTimeDays: 5 }),
    line("FIBRE-PRO", "Fibre Pro 1 Gb/s", "subscription", "8900", {
      delivery: "provision",
      leadTimeDays: 7,
      everyMonths: 1,
      termMonths: 12,
      meters: [{ meter: "minutes", unit: "min", model: { kind: "per_unit", unitPrice: "0.05", freeUnits: "200" } }],
    }),
  ];
}
