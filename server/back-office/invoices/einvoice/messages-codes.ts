/** Messages of the code lists and of Peppol BIS Billing 3. */
import type { Message } from "./messages.ts";

const unknown = (en: string, fr: string): Message => [`{found} is not ${en}.`, `{found} n’est pas ${fr}.`];
const give = (en: string, fr: string): Message => [`Peppol asks for ${en}.`, `Peppol exige ${fr}.`];
const fixed: Message = [
  "This exemption code belongs to category {category}, found {found}.",
  "Ce code d’exonération appartient à la catégorie {category}, trouvé {found}.",
];
const number = (en: string, fr: string): Message => [
  `{found} is not ${en}: check its digits.`,
  `{found} n’est pas ${fr} : vérifiez ses chiffres.`,
];
const identifierScheme = unknown("an ISO 6523 scheme such as 0002 or 0088", "un schéma ISO 6523 comme 0002 ou 0088");
const currency = unknown("an ISO 4217 currency", "une devise ISO 4217");
const country = unknown("an ISO 3166-1 country", "un pays ISO 3166-1");
const category = unknown("a VAT category (S, Z, E, AE, K, G, O, L, M)", "une catégorie de TVA (S, Z, E, AE, K, G, O, L, M)");

export const codeMessages: Readonly<Record<string, Message>> = {
  "BR-CL-01": unknown("an invoice or credit note type (UNTDID 1001)", "un type de facture ou d’avoir (UNTDID 1001)"),
  "BR-CL-04": currency,
  "BR-CL-05": currency,
  "BR-CL-06": unknown("a tax point code (3, 35 or 432)", "un code d’exigibilité (3, 35 ou 432)"),
  "BR-CL-07": unknown("an object scheme (UNTDID 1153)", "un schéma d’objet (UNTDID 1153)"),
  "BR-CL-08": unknown("a note subject (UNTDID 4451)", "un sujet de note (UNTDID 4451)"),
  "BR-CL-10": identifierScheme,
  "BR-CL-11": identifierScheme,
  "BR-CL-13": unknown("a classification list (UNTDID 7143)", "une liste de classification (UNTDID 7143)"),
  "BR-CL-14": country,
  "BR-CL-15": country,
  "BR-CL-16": unknown("a payment means (UNTDID 4461)", "un moyen de paiement (UNTDID 4461)"),
  "BR-CL-17": category,
  "BR-CL-18": category,
  "BR-CL-19": unknown("an allowance reason (UNTDID 5189)", "un motif de remise (UNTDID 5189)"),
  "BR-CL-20": unknown("a charge reason (UNTDID 7161)", "un motif de frais (UNTDID 7161)"),
  "BR-CL-21": identifierScheme,
  "BR-CL-22": unknown("an exemption code (VATEX)", "un code d’exonération (VATEX)"),
  "BR-CL-23": unknown("a unit code (UN/ECE Recommendation 20 or 21)", "un code d’unité (Recommandation 20 ou 21 de la CEE-ONU)"),
  "BR-CL-24": unknown("a type of file that may be attached", "un type de fichier qui peut être joint"),
  "BR-CL-25": unknown("an electronic address scheme (EAS) such as 0225", "un schéma d’adresse électronique (EAS) comme 0225"),
  "BR-CL-26": identifierScheme,
  "PEPPOL-EN16931-R001": give("a business process (BT-23)", "un processus métier (BT-23)"),
  "PEPPOL-EN16931-R002": give("one note at most on the document", "une seule note au plus sur le document"),
  "PEPPOL-EN16931-R003": give(
    "a buyer reference (BT-10) or an order reference (BT-13)",
    "une référence de l’acheteur (BT-10) ou de la commande (BT-13)",
  ),
  "PEPPOL-EN16931-R005": give(
    "an accounting currency other than the invoice currency",
    "une devise comptable autre que celle de la facture",
  ),
  "PEPPOL-EN16931-R007": unknown(
    "a Peppol process (urn:fdc:peppol.eu:2017:poacc:billing:01:1.0)",
    "un processus Peppol (urn:fdc:peppol.eu:2017:poacc:billing:01:1.0)",
  ),
  "PEPPOL-EN16931-R008": give("no empty element", "qu’aucun élément ne soit vide"),
  "PEPPOL-EN16931-R010": give("the buyer’s electronic address (BT-49)", "l’adresse électronique de l’acheteur (BT-49)"),
  "PEPPOL-EN16931-R020": give("the seller’s electronic address (BT-34)", "l’adresse électronique du vendeur (BT-34)"),
  "PEPPOL-EN16931-R041": give("a base amount beside the percentage", "une base à côté du pourcentage"),
  "PEPPOL-EN16931-R042": give("a percentage beside the base amount", "un pourcentage à côté de la base"),
  "PEPPOL-EN16931-R043": unknown("true or false", "true ou false"),
  "PEPPOL-EN16931-R051": ["Amounts are in {expected}, found {found}.", "Les montants sont en {expected}, trouvé {found}."],
  "PEPPOL-EN16931-R053": give(
    "one VAT total with its groups, found {found}",
    "un seul total de TVA avec ses groupes, trouvé {found}",
  ),
  "PEPPOL-EN16931-R054": give(
    "one VAT total without groups when there is an accounting currency, else none, found {found}",
    "un seul total de TVA sans groupes s’il y a une devise comptable, sinon aucun, trouvé {found}",
  ),
  "PEPPOL-EN16931-R055": give("the same sign for both VAT totals", "le même signe pour les deux totaux de TVA"),
  "PEPPOL-EN16931-R061": give("the mandate of the direct debit (BT-89)", "le mandat du prélèvement (BT-89)"),
  "PEPPOL-EN16931-R080": give("one project reference at most", "une seule référence de projet au plus"),
  "PEPPOL-EN16931-R110": give(
    "a line period that starts within the invoicing period",
    "une période de ligne qui commence dans la période de facturation",
  ),
  "PEPPOL-EN16931-R111": give(
    "a line period that ends within the invoicing period",
    "une période de ligne qui finit dans la période de facturation",
  ),
  "PEPPOL-EN16931-R130": give(
    "the same unit for the price as for the quantity",
    "la même unité pour le prix et pour la quantité",
  ),
  "PEPPOL-EN16931-F001": unknown("a date such as 2026-11-22", "une date comme 2026-11-22"),
  "PEPPOL-EN16931-CL008": unknown("a scheme that Peppol routes by", "un schéma de routage de Peppol"),
  "PEPPOL-EN16931-P0100": unknown("an invoice type of Peppol", "un type de facture de Peppol"),
  "PEPPOL-EN16931-P0101": unknown("a credit note type of Peppol", "un type d’avoir de Peppol"),
  "PEPPOL-EN16931-P0104": fixed,
  "PEPPOL-EN16931-P0105": fixed,
  "PEPPOL-EN16931-P0106": fixed,
  "PEPPOL-EN16931-P0107": fixed,
  "PEPPOL-EN16931-P0108": fixed,
  "PEPPOL-EN16931-P0109": fixed,
  "PEPPOL-EN16931-P0110": fixed,
  "PEPPOL-EN16931-P0111": fixed,
  "PEPPOL-COMMON-R040": number("a GLN", "un GLN"),
  "PEPPOL-COMMON-R041": number("a Norwegian organisation number", "un numéro d’entreprise norvégien"),
  "PEPPOL-COMMON-R042": number("a Danish CVR number", "un numéro CVR danois"),
  "PEPPOL-COMMON-R043": number("a Belgian enterprise number", "un numéro d’entreprise belge"),
  "PEPPOL-COMMON-R049": number("a Swedish organisation number", "un numéro d’entreprise suédois"),
  "PEPPOL-COMMON-R050": number("an Australian business number", "un numéro d’entreprise australien"),
};
