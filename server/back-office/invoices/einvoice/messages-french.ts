/** Messages of the French reform (BR-FR-*). */
import type { Message } from "./messages.ts";

const digits: Message = [
  "{found} has more digits than the French platforms read (quantity 4 decimals, price 6, rate 2).",
  "{found} a plus de chiffres que n’en lisent les plateformes (quantité 4 décimales, prix 6, taux 2).",
];
const routed: Message = [
  "Between companies in France the receiver’s electronic address starts with its SIREN under scheme 0225, found {found}.",
  "Entre entreprises en France, l’adresse électronique du destinataire commence par son SIREN, schéma 0225 ; trouvé {found}.",
];

export const frenchMessages: Readonly<Record<string, Message>> = {
  "BR-FR-01": [
    "An invoice number has 35 characters at most: {found}.",
    "Un numéro de facture a 35 caractères au plus : {found}.",
  ],
  "BR-FR-02": [
    "An invoice number has letters, digits and + - _ / only: {found}.",
    "Un numéro de facture n’a que des lettres, des chiffres et + - _ / : {found}.",
  ],
  "BR-FR-03": ["The year is between 2000 and 2099: {found}.", "L’année est entre 2000 et 2099 : {found}."],
  "BR-FR-04": ["{found} is not an invoice type used in France.", "{found} n’est pas un type de facture utilisé en France."],
  "BR-FR-05": [
    "The legal mention {subject} is missing (PMT recovery fee, PMD late penalty, AAB early payment discount).",
    "La mention légale {subject} manque (PMT frais de recouvrement, PMD pénalités de retard, AAB escompte).",
  ],
  "BR-FR-06": ["The mention {subject} appears more than once.", "La mention {subject} figure plusieurs fois."],
  "BR-FR-09": ["{found} is not a SIRET of this SIREN.", "{found} n’est pas un SIRET de ce SIREN."],
  "BR-FR-10": ["State the seller’s SIREN: 9 digits, scheme 0002.", "Indiquez le SIREN du vendeur : 9 chiffres, schéma 0002."],
  "BR-FR-11": ["State the buyer’s SIREN: 9 digits, scheme 0002.", "Indiquez le SIREN de l’acheteur : 9 chiffres, schéma 0002."],
  "BR-FR-12": ["State the buyer’s electronic address (BT-49).", "Indiquez l’adresse électronique de l’acheteur (BT-49)."],
  "BR-FR-13": ["State the seller’s electronic address (BT-34).", "Indiquez l’adresse électronique du vendeur (BT-34)."],
  "BR-FR-15": ["{found} is not a VAT category of France.", "{found} n’est pas une catégorie de TVA française."],
  "BR-FR-16": ["{found} % is not a VAT rate of France.", "{found} % n’est pas un taux de TVA français."],
  "BR-FR-17": [
    "{found} is not a kind of attachment (RIB, LISIBLE, BON_COMMANDE, BON_LIVRAISON, DOCUMENT_ANNEXE, PJA ...).",
    "{found} n’est pas une nature de pièce jointe (RIB, LISIBLE, BON_COMMANDE, BON_LIVRAISON, DOCUMENT_ANNEXE, PJA…).",
  ],
  "BR-FR-18": ["One attachment at most is LISIBLE.", "Une seule pièce jointe au plus est LISIBLE."],
  "BR-FR-20": [
    "{found} is not a treatment (B2B, B2BINT, B2C, B2CINT, OUTOFSCOPE, ARCHIVEONLY).",
    "{found} n’est pas un traitement (B2B, B2BINT, B2C, B2CINT, OUTOFSCOPE, ARCHIVEONLY).",
  ],
  "BR-FR-21": routed,
  "BR-FR-22": routed,
  "BR-FR-23": [
    "An address of scheme 0225 has letters, digits and - _ . only: {found}.",
    "Une adresse du schéma 0225 n’a que des lettres, des chiffres et - _ . : {found}.",
  ],
  "BR-FR-25": ["An electronic address has 125 characters at most.", "Une adresse électronique a 125 caractères au plus."],
  "BR-FR-31": ["One note BAR at most.", "Une seule note BAR au plus."],
  "BR-FR-32": ["A SIREN has 9 digits: {found}.", "Un SIREN a 9 chiffres : {found}."],
  "BR-FR-CO-03": [
    "A global discount (262) states its contract and its period.",
    "Un avoir de remise globale (262) indique son contrat et sa période.",
  ],
  "BR-FR-CO-04": [
    "A corrected invoice names the one it corrects.",
    "Une facture rectificative nomme celle qu’elle rectifie, et elle seule.",
  ],
  "BR-FR-CO-05": [
    "A credit note names an invoice and its date (BT-25, BT-26).",
    "Un avoir nomme une facture et sa date (BT-25, BT-26).",
  ],
  "BR-FR-CO-07": ["The due date is not before the issue date.", "L’échéance n’est pas antérieure à l’émission."],
  "BR-FR-CO-08": [
    "{found} is the final invoice after an advance: its type cannot be an advance.",
    "{found} est la facture définitive après acompte : son type ne peut être un acompte.",
  ],
  "BR-FR-CO-09": [
    "An invoice already paid (B2, S2, M2): paid amount = total with VAT, nothing due, the due date is the payment date.",
    "Une facture déjà payée (B2, S2, M2) : montant payé = total TTC, rien à payer, l’échéance est la date du paiement.",
  ],
  "BR-FR-CO-10": ["Each identifier has its own scheme.", "Chaque identifiant a son schéma, distinct des autres."],
  "BR-FR-DEC-02": digits,
  "BR-FR-DEC-03": digits,
  "BR-FR-DEC-04": digits,
};
