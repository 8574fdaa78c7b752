import { DataError } from "./data-error.ts";
import type { Cells } from "./read-cells.ts";

/** A heading without accents, capitals, blanks or signs: "T.cal" is "tcal", "Montant payé" is "montantpaye". */
export const plainName = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");

/** The headings each meaning goes by, the surest first. */
const known = {
  id: [
    /^(customer|cust|client|user|account|member|household|donor|card|buyer|subscriber)(id|no|number|code|key)?$/,
    /^(id|num|numero|code)(client|customer|user|abonne|compte)$/,
    /^id$/,
    /^(customer|client|user|account|member|household|panel)/,
    /client|customer|abonne|acheteur/,
  ],
  date: [
    /^(invoice|order|purchase|transaction|trans|sale|payment)?(date|datetime|timestamp|dt|day|time)$/,
    /^date(achat|commande|facture|transaction|vente)?/,
    /^jour$/,
    /date|timestamp/,
  ],
  amount: [
    /^(order|total|net|gross|sale|sales|purchase|transaction|trans|invoice)?(amount|amt|value|revenue|spend|spent)$/,
    /^(montant|ca|sales|total|totalprice|totalamount|lineamount|prixtotal)/,
    /amount|montant|revenue|turnover/,
    /(value|valeur|total)$/,
  ],
  quantity: [/^(quantity|qty|quantite|qte|units|nbarticles)$/],
  price: [/^(unitprice|price|prixunitaire|prix|sellingprice)$/],
  x: [
    /^x$/,
    /^(frequency|freq|frequence|repeat|repeats|repeatpurchases|repeattransactions|nrepeat|xcal)$/,
    /^(purchases|transactions|achats|orders|count)$/,
  ],
  tx: [/^(tx|txcal)$/, /^(recency|recence)$/, /^(tlast|lastpurchase|timeoflast|dernierachat)$/],
  T: [/^(t|tcal|bigt)$/, /^(age|ncal|n|periods|nperiods|opportunities|observation|observationtime|anciennete|tenure)$/],
  mean: [
    /^(zbar|mx|mbar|monetary|monetaryvalue|meanvalue|averagevalue|avgvalue|meanspend|averagespend|avgspend|meanamount|averageamount|avgamount|aov|mean|paniermoyen|montantmoyen)$/,
  ],
  weight: [/^(weight|weights|ncust|customers|nbcustomers|clients|nombre|effectif|count|donors|num)$/],
  tenure: [/^(tenure|tenuremonths|monthsascustomer|monthsonbook|anciennete|accountlength|months|periods|duration|t|T)$/],
  left: [/^(churn|churned|exited|left|attrition|cancelled|canceled|churnvalue|churnlabel|attritionflag|event|resilie|parti)$/],
  fee: [/^(monthlycharges|monthlycharge|monthlyfee|monthlyrevenue|mrr|fee|abonnement|monthly|price|amount)$/],
} as const satisfies Record<string, readonly RegExp[]>;

export type Meaning = keyof typeof known;
export type AskedColumns = Partial<Record<Meaning, string>>;

/** Where the column of a meaning stands: as asked for (by name, or by number from 1), else by its heading; -1 when there is none. */
export function findColumn(
  { names, width }: Cells,
  meaning: Meaning,
  asked: AskedColumns,
  taken: readonly number[] = [],
): number {
  const wish = asked[meaning];
  if (wish !== undefined) {
    const exact = names?.indexOf(wish) ?? -1;
    if (exact >= 0) return exact;
    const alike = names?.findIndex((name) => plainName(name) === plainName(wish)) ?? -1;
    if (alike >= 0) return alike;
    if (/^\d+$/.test(wish) && Number(wish) >= 1 && Number(wish) <= width) return Number(wish) - 1;
    throw new DataError(
      `there is no column "${wish}" for ${meaning}; there are: ${names?.join(", ") ?? `${width} columns without names`}`,
    );
  }
  if (!names) return -1;
  const plain = names.map(plainName);
  for (const pattern of known[meaning]) {
    const at = plain.findIndex((name, index) => pattern.test(name) && !taken.includes(index));
    if (at >= 0) return at;
  }
  return -1;
}

export const nameOf = ({ names }: Cells, at: number): string => names?.[at] ?? `${at + 1}`;
