/** What people type in a search box as a tsquery: every word must begin a word of the record. "Léa mar" -> 'lea':* & 'mar':*. Folds accents as `search_vector` in SQL does. */
export const prefixQuery = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("œ", "o")
    .replaceAll("æ", "a")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}@._-]+/u)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => `'${word.replaceAll("'", "''")}':*`)
    .join(" & ") || "''";
