/**
 * What a customer wants, by rules anyone can read: no model, nothing leaves the installation. Pure.
 * A matter is recognised by its noun (0.5), a word that asks (0.3) and a word that makes it theirs (0.2). Below `sure` the
 * assistant does not answer from the record.
 */
export type Intent = "technician" | "order" | "invoice" | "usage";
export type Understood =
  | { kind: "hand_over"; reason: "person" | "angry" | "complaint"; score: number }
  | { kind: "greeting" | "thanks" | "refusal"; score: number }
  | { kind: "how_to"; score: number }
  | { kind: "matter"; intent: Intent; score: number };

export const sure = 0.6;

const folded = (text: string): string =>
  text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").replace(/\s+/g, " ").trim();

const person =
  /\b(humain|conseiller|conseillere|quelqu'un|une vraie personne|une personne|un agent|parler a|human|person|someone|agent|representative|advisor|speak to|talk to)\b/;
const angry =
  /\b(inadmissible|inacceptable|scandale\w*|honte\w*|furieu\w*|arnaque\w*|marre|ras le bol|n'importe quoi|avocat|unacceptable|ridiculous|furious|scam|disgrace\w*|lawyer|fed up|useless|nul\w{0,3})\b|!{3,}/;
const complaint = /\b(reclamation|plainte|rembours\w*|resili\w*|litige|contest\w*|complain\w*|refund\w*|cancel my|dispute\w*)\b/;
const asksHow =
  /^(?:bonjour|bonsoir|hello|hi)?[ ,!.]*(?:comment|pourquoi|que faire|quelles? |how (?!much|many|late)|why|what should|can i|puis-je|est-ce que je peux)/;
const changes = /\b(deplacer|reporter|decaler|changer|modifier|annuler|move|reschedule|change|postpone)\b/;
const greeting = /^(bonjour|bonsoir|salut|hello|hi|hey|good (morning|afternoon|evening))[ ,!.]*$/;
const thanks =
  /^(ok |oui |super |parfait |yes |great |perfect )?[ ,!.]*(merci|thanks|thank you|parfait|c'est bon|super|great|perfect|that helps|ca m'aide)\b/;
const refusal =
  /^(non|no|pas du tout|not really)\b|\b(ne m'aide pas|pas compris|doesn't help|not helpful|that's wrong|c'est faux)\b/;

const nouns: Record<Intent, RegExp> = {
  technician:
    /\b(technicien\w*|technician\w*|rendez-?vous|rdv|appointment\w*|installateur|installer|intervention|visite|visit)\b/,
  order: /\b(commande\w*|order\w*|livraison\w*|delivery|colis|parcel|expedition|shipment|routeur|router)\b/,
  invoice: /\b(facture\w*|invoice\w*|bill|montant|solde|balance|dois|owe|due|payer|pay|prelevement)\b/,
  usage: /\b(conso|consommation|consomme\w*|usage|minutes|forfait|used|allowance)\b/,
};
const asks: Record<Intent, RegExp> = {
  technician: /\b(ou|quand|quelle heure|a quelle|heure|arrive\w*|retard|where|when|what time|late|coming)\b/,
  order: /\b(ou|quand|suivi|suivre|etat|statut|avancement|where|when|status|track\w*|arrive\w*)\b/,
  invoice: /\b(combien|quel|quelle|montant|ou|where|how much|what|amount|derniere|last|latest|dois|owe|due)\b/,
  usage: /\b(combien|reste|restant\w*|quel|quelle|how much|how many|left|remaining|what)\b/,
};
const theirs = /\b(mon|ma|mes|j'ai|je|my|mine|i|notre|nos|our)\b/;

/** How surely words belong to a matter, 0 to 1. */
const scoreOf = (text: string, intent: Intent): number =>
  nouns[intent].test(text) ? 0.5 + (asks[intent].test(text) ? 0.3 : 0) + (theirs.test(text) ? 0.2 : 0) : 0;

/** The matter a message is most likely about and how surely, whatever its tone; undefined when it names none. */
export function matterIn(message: string): { intent: Intent; score: number } | undefined {
  const text = folded(message);
  const [best] = (Object.keys(nouns) as Intent[])
    .map((intent) => ({ intent, score: scoreOf(text, intent) }))
    .sort((a, b) => b.score - a.score);
  return best!.score >= sure ? best : undefined;
}

/** Whether it asks how to do or to change something, rather than how something stands. */
export const asksHowTo = (message: string): boolean => asksHow.test(folded(message)) || changes.test(folded(message));

export function understand(message: string): Understood {
  const text = folded(message);
  const shouted = message.length > 12 && message === message.toUpperCase() && /\p{Lu}{4}/u.test(message);
  if (angry.test(text) || shouted) return { kind: "hand_over", reason: "angry", score: 1 };
  if (complaint.test(text)) return { kind: "hand_over", reason: "complaint", score: 1 };
  if (person.test(text)) return { kind: "hand_over", reason: "person", score: 1 };
  if (greeting.test(text)) return { kind: "greeting", score: 1 };
  if (refusal.test(text)) return { kind: "refusal", score: 1 };
  if (thanks.test(text)) return { kind: "thanks", score: 1 };
  if (asksHowTo(message)) return { kind: "how_to", score: 1 };
  const matter = matterIn(message);
  return matter ? { kind: "matter", ...matter } : { kind: "how_to", score: 0 };
}
