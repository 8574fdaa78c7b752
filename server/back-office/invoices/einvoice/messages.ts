/** What a broken rule says to the person who has to mend it, in English and French. {names} are filled in by the rule. */
import { codeMessages } from "./messages-codes.ts";
import { frenchMessages } from "./messages-french.ts";
import { vatMessages } from "./messages-vat.ts";
import { families } from "./rules/vat-groups.ts";

export type Language = "en" | "fr";
/** [English, French] */
export type Message = readonly [string, string];

const give = (en: string, fr: string): Message => [`State ${en}.`, `Indiquez ${fr}.`];
const sums = (en: string, fr: string): Message => [
  `${en}: expected {expected}, found {found}.`,
  `${fr} : attendu {expected}, trouvé {found}.`,
];
const reason: Message = give("a reason or a reason code", "un motif ou un code de motif");
const twoDecimals: Message = [
  "Money has two decimals at most, found {found}.",
  "Un montant a deux décimales au plus, trouvé {found}.",
];

const messages: Readonly<Record<string, Message>> = {
  FORMAT: ["{found} is not a plain decimal number such as 12.50.", "{found} n’est pas un nombre décimal simple comme 12.50."],
  "BR-01": give("the specification (BT-24)", "la spécification (BT-24)"),
  "BR-02": give("the invoice number (BT-1)", "le numéro de la facture (BT-1)"),
  "BR-03": give("the issue date (BT-2)", "la date d’émission (BT-2)"),
  "BR-04": give(
    "the type code (BT-3), 380 for an invoice, 381 for a credit note",
    "le code de type (BT-3), 380 pour une facture, 381 pour un avoir",
  ),
  "BR-05": give("the currency (BT-5)", "la devise (BT-5)"),
  "BR-06": give("the seller’s name (BT-27)", "la raison sociale du vendeur (BT-27)"),
  "BR-07": give("the buyer’s name (BT-44)", "la raison sociale de l’acheteur (BT-44)"),
  "BR-08": give("the seller’s address (BG-5)", "l’adresse du vendeur (BG-5)"),
  "BR-09": give("the country of the seller’s address (BT-40)", "le pays de l’adresse du vendeur (BT-40)"),
  "BR-10": give("the buyer’s address (BG-8)", "l’adresse de l’acheteur (BG-8)"),
  "BR-11": give("the country of the buyer’s address (BT-55)", "le pays de l’adresse de l’acheteur (BT-55)"),
  "BR-12": give("the sum of the lines (BT-106)", "la somme des lignes (BT-106)"),
  "BR-13": give("the total without VAT (BT-109)", "le total hors TVA (BT-109)"),
  "BR-14": give("the total with VAT (BT-112)", "le total TVA comprise (BT-112)"),
  "BR-15": give("the amount due (BT-115)", "le net à payer (BT-115)"),
  "BR-16": give("at least one line (BG-25)", "au moins une ligne (BG-25)"),
  "BR-17": [
    "Name a payee (BT-59) that is not the seller, or leave the payee out.",
    "Nommez un bénéficiaire (BT-59) autre que le vendeur, ou omettez-le.",
  ],
  "BR-18": give("the tax representative’s name (BT-62)", "le nom du représentant fiscal (BT-62)"),
  "BR-19": give("the tax representative’s address (BG-12)", "l’adresse du représentant fiscal (BG-12)"),
  "BR-20": give("the country of the tax representative (BT-69)", "le pays du représentant fiscal (BT-69)"),
  "BR-21": give("the line number (BT-126)", "le numéro de la ligne (BT-126)"),
  "BR-22": give("the quantity (BT-129)", "la quantité (BT-129)"),
  "BR-23": give("the unit of the quantity (BT-130)", "l’unité de la quantité (BT-130)"),
  "BR-24": give("the net amount of the line (BT-131)", "le montant net de la ligne (BT-131)"),
  "BR-25": give("the name of the item (BT-153)", "le nom de l’article (BT-153)"),
  "BR-26": give("the net price (BT-146)", "le prix net (BT-146)"),
  "BR-27": [
    "A net price (BT-146) is never negative: make the quantity negative, or write a credit note.",
    "Un prix net (BT-146) n’est jamais négatif : rendez la quantité négative, ou établissez un avoir.",
  ],
  "BR-28": ["A gross price (BT-148) is never negative.", "Un prix brut (BT-148) n’est jamais négatif."],
  "BR-29": ["The invoicing period ends before it starts.", "La période de facturation finit avant de commencer."],
  "BR-30": ["The period of the line ends before it starts.", "La période de la ligne finit avant de commencer."],
  "BR-31": give("the amount of the allowance (BT-92)", "le montant de la remise (BT-92)"),
  "BR-32": give("the VAT category of the allowance (BT-95)", "la catégorie de TVA de la remise (BT-95)"),
  "BR-33": reason,
  "BR-36": give("the amount of the charge (BT-99)", "le montant des frais (BT-99)"),
  "BR-37": give("the VAT category of the charge (BT-102)", "la catégorie de TVA des frais (BT-102)"),
  "BR-38": reason,
  "BR-41": give("the amount of the allowance (BT-136)", "le montant de la remise (BT-136)"),
  "BR-42": reason,
  "BR-43": give("the amount of the charge (BT-141)", "le montant des frais (BT-141)"),
  "BR-44": reason,
  "BR-45": give("the taxable amount of the VAT group (BT-116)", "la base du groupe de TVA (BT-116)"),
  "BR-46": give("the VAT of the group (BT-117)", "la TVA du groupe (BT-117)"),
  "BR-47": give("the category of the VAT group (BT-118)", "la catégorie du groupe de TVA (BT-118)"),
  "BR-48": give("the rate of the VAT group (BT-119)", "le taux du groupe de TVA (BT-119)"),
  "BR-49": give("how to pay (BT-81)", "le moyen de paiement (BT-81)"),
  "BR-50": give("the account to pay into (BT-84)", "le compte à créditer (BT-84)"),
  "BR-51": [
    "Write the last 4 to 6 digits of the card (BT-87), never the whole number.",
    "Écrivez les 4 à 6 derniers chiffres de la carte (BT-87), jamais le numéro entier.",
  ],
  "BR-52": give("the reference of the document (BT-122)", "la référence du document (BT-122)"),
  "BR-53": give("the VAT in the accounting currency {currency} (BT-111)", "la TVA dans la devise comptable {currency} (BT-111)"),
  "BR-54": give(
    "both the name and the value of the attribute (BT-160, BT-161)",
    "le nom et la valeur de la caractéristique (BT-160, BT-161)",
  ),
  "BR-55": give("the number of the preceding invoice (BT-25)", "le numéro de la facture antérieure (BT-25)"),
  "BR-56": give("the tax representative’s VAT number (BT-63)", "le numéro de TVA du représentant fiscal (BT-63)"),
  "BR-57": give("the country of the delivery address (BT-80)", "le pays de l’adresse de livraison (BT-80)"),
  "BR-61": give("the account to transfer to (BT-84)", "le compte du virement (BT-84)"),
  "BR-62": give("the scheme of the seller’s electronic address", "le schéma de l’adresse électronique du vendeur"),
  "BR-63": give("the scheme of the buyer’s electronic address", "le schéma de l’adresse électronique de l’acheteur"),
  "BR-64": give("the scheme of the standard identifier", "le schéma de l’identifiant standard"),
  "BR-65": give("the list of the classification", "la liste de la classification"),
  "UBL-SR-16": ["A buyer has one identifier (BT-46) at most.", "Un acheteur a un seul identifiant (BT-46) au plus."],
  "BR-CO-03": [
    "State the tax point date (BT-7) or its code (BT-8), not both.",
    "Indiquez la date d’exigibilité (BT-7) ou son code (BT-8), pas les deux.",
  ],
  "BR-CO-04": give("the VAT category of the line (BT-151)", "la catégorie de TVA de la ligne (BT-151)"),
  "BR-CO-09": ["A VAT number starts with its country, found {found}.", "Un numéro de TVA commence par son pays, trouvé {found}."],
  "BR-CO-10": sums("Sum of the lines (BT-106)", "Somme des lignes (BT-106)"),
  "BR-CO-11": sums("Sum of the allowances (BT-107)", "Somme des remises (BT-107)"),
  "BR-CO-12": sums("Sum of the charges (BT-108)", "Somme des frais (BT-108)"),
  "BR-CO-13": sums("Total without VAT (BT-109)", "Total hors TVA (BT-109)"),
  "BR-CO-14": sums("Total VAT (BT-110)", "Total de TVA (BT-110)"),
  "BR-CO-15": sums("Total with VAT (BT-112)", "Total TVA comprise (BT-112)"),
  "BR-CO-16": sums("Amount due (BT-115)", "Net à payer (BT-115)"),
  "BR-CO-17": sums("VAT of {category} at {rate} % (BT-117)", "TVA de {category} à {rate} % (BT-117)"),
  "BR-CO-18": give("at least one VAT group (BG-23)", "au moins un groupe de TVA (BG-23)"),
  "BR-CO-19": give("the start or the end of the invoicing period", "le début ou la fin de la période de facturation"),
  "BR-CO-20": give("the start or the end of the line’s period", "le début ou la fin de la période de la ligne"),
  "BR-CO-21": reason,
  "BR-CO-22": reason,
  "BR-CO-23": reason,
  "BR-CO-24": reason,
  "BR-CO-25": give(
    "when to pay: a due date (BT-9) or payment terms (BT-20)",
    "quand payer : une échéance (BT-9) ou des conditions de paiement (BT-20)",
  ),
  "BR-CO-26": give(
    "a seller identifier (BT-29), legal registration (BT-30) or VAT number (BT-31)",
    "un identifiant (BT-29), une immatriculation (BT-30) ou un numéro de TVA (BT-31) du vendeur",
  ),
  "BR-IC-11": give(
    "the delivery date (BT-72) or the invoicing period (BG-14)",
    "la date de livraison (BT-72) ou la période de facturation (BG-14)",
  ),
  "BR-IC-12": give("the country delivered to (BT-80)", "le pays de livraison (BT-80)"),
  "BR-O-11": [
    "An invoice with a part outside the scope of VAT has no other VAT group.",
    "Une facture hors champ de la TVA n’a pas d’autre groupe de TVA.",
  ],
  "PEPPOL-EN16931-R040": sums("Base amount x percentage", "Base x pourcentage"),
  "PEPPOL-EN16931-R046": [
    "The net price {found} is not the gross price less the discount.",
    "Le prix net {found} n’est pas le prix brut moins la réduction.",
  ],
  "PEPPOL-EN16931-R120": sums(
    "Quantity x price + charges - allowances of the line (BT-131)",
    "Quantité x prix + frais - remises de la ligne (BT-131)",
  ),
  "PEPPOL-EN16931-R121": ["The base quantity (BT-149) is above zero.", "La quantité de base (BT-149) est supérieure à zéro."],
};

const outsideScope: Message = [
  "Category O stands alone: no line, allowance or charge of another category beside it.",
  "La catégorie O est seule : ni ligne, ni remise, ni frais d’une autre catégorie à côté.",
];

function find(rule: string): Message {
  const own = messages[rule] ?? codeMessages[rule] ?? frenchMessages[rule];
  if (own) return own;
  if (rule.startsWith("BR-DEC-")) return twoDecimals;
  if (/^BR-O-1[234]$/.test(rule)) return outsideScope;
  return vatMessages[rule.slice(-2)] ?? [`Rule ${rule} is broken.`, `La règle ${rule} n’est pas respectée.`];
}

/** The message of a rule with its values. */
export function messageOf(rule: string, values: Readonly<Record<string, string>>, language: Language): string {
  return find(rule)[language === "fr" ? 1 : 0].replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? "?");
}

const numbered = (prefix: string, numbers: string): string[] => numbers.split(" ").map((number) => `${prefix}-${number}`);

/** Every rule that can be reported on an invoice, by its official id. */
export const implementedRules: readonly string[] = [
  ...Object.keys(messages).filter((rule) => rule !== "FORMAT"),
  ...numbered("BR-DEC", "01 02 05 06 09 10 11 12 13 14 15 16 17 18 19 20 23 24 25 27 28"),
  ...Object.values(families).flatMap((family) => numbered(`BR-${family}`, "01 02 03 04 05 06 07 08 09 10")),
  ...numbered("BR-O", "12 13 14"),
  ...Object.keys(codeMessages),
  ...Object.keys(frenchMessages),
];
