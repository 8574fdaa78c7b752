import type { Context } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { write } from "#platform/write.ts";
import { publishOffering } from "./publish-offering.ts";
import { createOffering } from "./save-offering.ts";
import { createPriceBook, setPrice } from "./set-price.ts";

type Draft = Parameters<typeof createOffering>[1];
const draft = (offering: Pick<Draft, "sku" | "kind" | "name" | "family"> & Partial<Draft>): Draft => ({
  description: { en: "", fr: "" },
  taxClass: "standard",
  delivery: "none",
  leadTimeDays: 0,
  unitCostMinor: null,
  everyMonths: null,
  termMonths: null,
  meters: [],
  characteristics: [],
  ...offering,
});

/** What Rivage sells: a router (product), an installation (service), fibre with metered minutes (subscription), and options. */
const offerings: { offering: Draft; unitPrice: string }[] = [
  {
    offering: draft({
      sku: "ROUTER-PRO",
      kind: "product",
      family: "equipment",
      name: { en: "Wi-Fi 6 Pro router", fr: "Routeur Wi-Fi 6 Pro" },
      description: { en: "2.5 Gb/s ports, 4G failover ready", fr: "Ports 2,5 Gb/s, prêt pour le secours 4G" },
      delivery: "ship",
      leadTimeDays: 3,
      unitCostMinor: 11_000n,
    }),
    unitPrice: "189.00",
  },
  {
    offering: draft({
      sku: "WIFI-AP",
      kind: "product",
      family: "equipment",
      name: { en: "Ceiling access point", fr: "Borne Wi-Fi plafonnière" },
      description: { en: "Covers 150 m², powered over Ethernet", fr: "Couvre 150 m², alimentation PoE" },
      delivery: "ship",
      leadTimeDays: 5,
      unitCostMinor: 14_500n,
    }),
    unitPrice: "249.90",
  },
  {
    offering: draft({
      sku: "INSTALL",
      kind: "service",
      family: "installation",
      name: { en: "Installation on site", fr: "Installation sur site" },
      description: { en: "Cabling, commissioning, handover", fr: "Câblage, mise en service, prise en main" },
      delivery: "install",
      leadTimeDays: 5,
      unitCostMinor: 9_000n,
    }),
    unitPrice: "149.00",
  },
  {
    offering: draft({
      sku: "FIBRE-PRO",
      kind: "subscription",
      family: "access",
      name: { en: "Fibre Pro 1 Gb/s", fr: "Fibre Pro 1 Gb/s" },
      description: {
        en: "Guaranteed 4 h repair, fixed IP, calls metered beyond 200 minutes",
        fr: "Rétablissement garanti en 4 h, IP fixe, appels comptés au-delà de 200 minutes",
      },
      delivery: "provision",
      leadTimeDays: 7,
      everyMonths: 1,
      termMonths: 12,
      unitCostMinor: 2_900n,
      meters: [{ meter: "minutes", unit: "min", model: { kind: "per_unit", unitPrice: "0.05", freeUnits: "200" } }],
    }),
    unitPrice: "89.00",
  },
  {
    offering: draft({
      sku: "BACKUP-4G",
      kind: "subscription",
      family: "access",
      name: { en: "4G backup line", fr: "Secours 4G" },
      description: { en: "Takes over by itself when the fibre fails", fr: "Prend le relais tout seul si la fibre tombe" },
      delivery: "provision",
      leadTimeDays: 2,
      everyMonths: 1,
      termMonths: 12,
      unitCostMinor: 600n,
    }),
    unitPrice: "15.00",
  },
  {
    offering: draft({
      sku: "CARE-PLUS",
      kind: "subscription",
      family: "care",
      name: { en: "Care Plus 24/7", fr: "Assistance Plus 24 h/24" },
      description: {
        en: "An engineer at any hour, equipment replaced in 4 h",
        fr: "Un ingénieur à toute heure, matériel remplacé en 4 h",
      },
      delivery: "none",
      everyMonths: 1,
      termMonths: 12,
      unitCostMinor: 700n,
    }),
    unitPrice: "19.00",
  },
];

export async function seedCatalog(ctx: Context): Promise<void> {
  const book = await createPriceBook(ctx, {
    name: "Tarif public 2026",
    currency: "EUR",
    segment: null,
    region: null,
    validFrom: null,
    validUntil: null,
    priority: 0,
  });
  await write(ctx, async (tx) => {
    const rule = (taxClass: string, category: string, percent: string) => ({
      id: newId(),
      tax_class: taxClass,
      region: "FR",
      category,
      percent,
      reason: null,
    });
    await tx
      .insertInto("tax_rules")
      .values([rule("standard", "S", "20"), rule("reduced", "S", "10"), rule("books", "S", "5.5")])
      .execute();
  });
  for (const { offering, unitPrice } of offerings) {
    const { id } = await createOffering(ctx, offering);
    await setPrice(ctx, {
      priceBookId: book.id,
      offeringId: id,
      price: { kind: "per_unit", unitPrice },
      validFrom: "2026-01-01",
    });
    await publishOffering(ctx, { offeringId: id });
  }
}
