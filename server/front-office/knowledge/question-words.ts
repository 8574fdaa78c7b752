/** Words that say nothing about the matter, in both languages. */
const empty = new Set(
  `a au aux avec ce ces cet cette comment dans de des dois doit du elle en es est et etre faire fait faut il ils j je l la le les leur lui ma mais me mes moi mon n ne nos notre nous on ou par pas pour pourquoi puis peut peux qu quand que quel quelle quels quelles qui quoi sa sans se ses si son sont sur svp ta te tes toi ton tu un une vos votre vous y bonjour merci salut plait
  about and any are be can could do does for from get have hello hi how i in is it me my of on or our please should thanks that the their this to was we what when where which who why will with would you your`.split(
    /\s+/,
  ),
);

/**
 * The words of a question that tell what it is about, cut to their beginnings so that "factures" finds "facture".
 * Accents and capitals do not matter.
 */
export function questionWords(question: string): string[] {
  const words = question
    .toLowerCase()
    .replaceAll("œ", "o")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !empty.has(word));
  return [
    ...new Set(words.map((word) => (word.length > 4 ? word.replace(/(ements?|ations?|es|er|ez|ing|s|e)$/, "") : word))),
  ].slice(0, 12);
}
