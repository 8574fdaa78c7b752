/** The derivation of a line in words a customer reads, so that the sum can be redone with a pencil. */
import { formatDate } from "#platform/i18n/format.ts";
import type { Locale } from "#platform/i18n/locale.ts";
import { rational } from "#platform/rational.ts";
import { toFixed } from "#platform/rounding.ts";
import { plusDays } from "#back-office/subscriptions/engine/local-time.ts";
import type { Step } from "./engine/types.ts";

export interface ExplainedStep {
  label: string;
  formula: string;
  value: string;
}

const labels: Record<Locale, Record<string, string>> = {
  en: {
    unit: "Price",
    flat: "Price",
    free_units: "Included units",
    tier: "Tier",
    package: "Packages",
    block: "Block",
    overage: "Beyond the last tier",
    percent: "Share",
    fixed_fee: "Fixed fee",
    minimum: "Minimum",
    maximum: "Maximum",
    cost_plus: "Cost plus margin",
    price: "Price of the period",
    discount: "Discount",
    phase: "Introductory price",
    proration: "Part of the period served",
    sum: "Usage counted",
    count: "Usage counted",
    max: "Highest usage",
    latest: "Last usage",
    unique: "Different users",
    weighted_sum: "Average usage",
    included: "Beyond what is included",
    window: "Usage of the period",
    unused: "Part not used",
    cap: "At most what was billed",
    credit: "Credit",
    goodwill: "Goodwill",
    commitment: "Commitment",
    shortfall: "Missing from the commitment",
    net: "Net",
  },
  fr: {
    unit: "Prix",
    flat: "Prix",
    free_units: "Unités incluses",
    tier: "Tranche",
    package: "Paquets",
    block: "Palier",
    overage: "Au-delà de la dernière tranche",
    percent: "Part",
    fixed_fee: "Frais fixes",
    minimum: "Minimum",
    maximum: "Maximum",
    cost_plus: "Coût majoré",
    price: "Prix de la période",
    discount: "Remise",
    phase: "Prix de bienvenue",
    proration: "Part de la période servie",
    sum: "Consommation relevée",
    count: "Consommation relevée",
    max: "Consommation la plus haute",
    latest: "Dernière consommation",
    unique: "Utilisateurs différents",
    weighted_sum: "Consommation moyenne",
    included: "Au-delà du forfait",
    window: "Consommation de la période",
    unused: "Part non utilisée",
    cap: "Au plus ce qui a été facturé",
    credit: "Avoir",
    goodwill: "Geste commercial",
    commitment: "Engagement",
    shortfall: "Manque par rapport à l’engagement",
    net: "Montant net",
  },
};

type Rewrite = readonly [RegExp, string | ((...parts: string[]) => string)];

/** The day before: people say "until 31 March", the engine "to 1 April". */
const lastDay = (to: string): string => plusDays(to, -1);

/** Said the same in both languages, before the words. */
const common: readonly Rewrite[] = [
  [
    / x (\d+)\/(\d+) \((\S+) to (\S+) of \S+ to \S+\)/g,
    (_all, part = "", whole = "", from = "", to = "") => ` x ${part}/${whole} (from ${from} to ${to})`,
  ],
  [/from (\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2})/g, (_all, from = "", to = "") => `from ${from} to ${lastDay(to)}`],
  [/^round -?\d+(?:\.\d+)?(?:\/\d+)?$/g, "rounded to the cent"],
  [/^first line of the window$/g, ""],
  [/ x /g, " × "],
];

const french: readonly Rewrite[] = [
  [/(\d+) events?/g, (_all, n = "") => `${n} relevé${n === "1" ? "" : "s"}`],
  [/from (\S+) to ([^\s,)]+)/g, "du $1 au $2"],
  [/, not below 0/g, ", pas moins de 0"],
  [/opening at/g, "à l’ouverture"],
  [/ free$/g, " offertes"],
  [/nothing to charge/g, "rien à facturer"],
  [/billed before/g, "déjà facturés"],
  [/given back/g, "déjà rendus"],
  [/at most what was billed:/g, "au plus ce qui a été facturé\u00a0:"],
  [/rounded to the cent/g, "arrondi au centime"],
  [/of the period/g, "de la période"],
  [/round at/g, "arrondi à"],
  [
    /the window is not part of the service any more; what was billed is/g,
    "cette période n’est plus servie\u00a0; ce qui a été facturé est",
  ],
];

/** The steps of a line in a language: what, the sum with its days written out, its result. Steps that repeat the net are left out. */
export function explainLine(derivation: readonly Step[], locale: Locale): ExplainedStep[] {
  const net = derivation.at(-1)?.value;
  return derivation
    .filter(({ step, value }) => !(step === "window" && value === net))
    .map(({ step, formula, value }) => ({
      label: labelOf(step, locale),
      formula: formulaOf(formula, locale),
      value: locale === "fr" ? decimalComma(readable(value)) : readable(value),
    }));
}

/** A fraction as a decimal people can follow: 1246/31 is "≈ 40.1935". */
function readable(value: string): string {
  const [, num, den] = /^(-?\d+)\/(\d+)$/.exec(value) ?? [];
  return num && den ? `≈ ${toFixed(rational(BigInt(num), BigInt(den)), 4)}` : value;
}

function labelOf(step: string, locale: Locale): string {
  const own = labels[locale];
  const [first = "", ...rest] = step.split(" ");
  if (own[step]) return own[step];
  if (step.endsWith(" price")) return own.price!;
  if (first === "phase" && rest.length > 0) return `${own.phase} (${rest.join(" ")})`;
  if (/^\d+$/.test(rest[0] ?? "") && own[first]) return `${own[first]} ${rest[0]}`;
  return own[first] ?? step;
}

function formulaOf(formula: string, locale: Locale): string {
  let text = formula;
  for (const [pattern, replacement] of [...common, ...(locale === "fr" ? french : [])])
    text = text.replace(pattern, replacement as string);
  text = locale === "fr" ? decimalComma(text) : text;
  return text.replace(/\d{4}-\d{2}-\d{2}/g, (day) => formatDate(day, locale, "short"));
}

const decimalComma = (text: string): string => text.replace(/(\d)\.(\d)/g, "$1,$2");
