/** A rating case, read and exact: everything that decides what is billed, and the days on which it is. See docs/engines/rating.md. */
import type { Anchor, Cadence, LocalText, Phase, ProrationBasis, Timing } from "#back-office/subscriptions/engine/types.ts";
import type { Aggregation, UsageEvent } from "#back-office/usage/engine/types.ts";
import type { PriceModel } from "#cpq/pricing/engine/models.ts";
import type { Rational } from "#platform/rational.ts";
import type { DocumentAllowance } from "./document-allowances.ts";
import type { InvoiceLine, VatTreatment } from "./types.ts";

/** What one period (recurring, usage) or one delivery (one_off) costs, and how it is billed. Amounts in major units. */
export interface CasePrice {
  readonly id: string;
  readonly kind: "recurring" | "usage" | "one_off";
  readonly cadence: Cadence;
  readonly anchor: Anchor;
  readonly timing: Timing;
  readonly proration: ProrationBasis;
  readonly model: PriceModel;
  readonly vat: VatTreatment;
  readonly unitCost?: Rational;
  readonly aggregation: Aggregation;
  readonly meter?: string;
  readonly included?: Rational;
  /** A part of a period includes a part of the quantity. */
  readonly includedProrated: boolean;
  readonly commitment?: { readonly minimum: Rational; readonly cadence: Cadence };
}

export interface CaseVersion {
  readonly id: string;
  readonly from: LocalText;
  readonly to: LocalText | null;
  /** When the billing system learns of this version, and of its end. A run before that day does not see it. */
  readonly knownFrom: LocalText;
  readonly endKnownFrom: LocalText | null;
  readonly priceId: string;
  readonly quantity: Rational;
  readonly discountPercent: string;
  readonly phases: readonly Phase[];
}

export interface CaseItem {
  readonly id: string;
  readonly versions: readonly CaseVersion[];
}

/** Part of a line given back by a person. `serviceFrom` names the line among those of the item. */
export interface CaseAdjustment {
  readonly itemId: string;
  readonly serviceFrom: LocalText;
  readonly amount: bigint;
  readonly on: LocalText;
  readonly reason: string;
}

export interface CaseAllowance extends DocumentAllowance {
  readonly from: LocalText | null;
  readonly to: LocalText | null;
}

export interface RatingCase {
  readonly currency: string;
  readonly timeZone: string;
  readonly prices: ReadonlyMap<string, CasePrice>;
  readonly items: readonly CaseItem[];
  readonly usage: readonly UsageEvent[];
  readonly adjustments: readonly CaseAdjustment[];
  readonly allowances: readonly CaseAllowance[];
  readonly charges: readonly CaseAllowance[];
  readonly prepaid: readonly { readonly on: LocalText; readonly amount: bigint }[];
  /** Credit notes pay later invoices of the case. */
  readonly applyCredit: boolean;
  /** Lines billed before the first run. */
  readonly booked: readonly InvoiceLine[];
  readonly runs: readonly LocalText[];
}
