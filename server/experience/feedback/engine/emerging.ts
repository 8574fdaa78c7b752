import { wordsOf } from "./tokens.ts";

/** A phrase said more than before. */
export interface EmergingPhrase {
  phrase: string;
  /** How many texts of the period say it, and how many of the period before. */
  now: number;
  before: number;
  /** Its share of the texts now over its share before (one text added to both, so that new phrases have one). */
  rise: number;
  /** Class-based TF-IDF: how much it is of this period rather than of both. */
  weight: number;
}

export interface EmergingOptions {
  top: number;
  fewest: number;
  /** A rise counts when it would happen by chance less often than this. */
  chance: number;
}

const standard: EmergingOptions = { top: 20, fewest: 3, chance: 0.01 };
const longestPhrase = 3;
/** Words that say nothing by themselves, in both languages; a phrase neither begins nor ends with one. */
const idle = new Set(
  `a an the and or but of to in on at for with from by as is are was were be been being am it its this that these those i me my we us our you your he she they them their his her who what which when where how why not no so if then than too very just
  do does did done have has had will would can could should may might there here about into over after before again also only all any some more most un une le la les l d des du de et ou mais a au aux en dans sur pour par avec sans ce cet cette ces c ca cela est sont etait ete etre suis
  j je tu il elle on nous vous ils elles m me mon ma mes t te ton ta tes s se son sa ses notre nos votre vos leur leurs qui que qu quoi dont y ne n pas plus si tout toute tous toutes tres trop aussi comme bien fait faire ai as avez avons ont avait rt via http https user co amp`.split(
    /\s+/,
  ),
);

/**
 * What people say in this period that they did not in the one before: phrases of one to three words by class-based TF-IDF
 * (tf x log(1 + A / f), Grootendorst 2022, over the two periods), kept when the rise is more than chance (binomial
 * tail). Longer phrases stand for the shorter ones they hold.
 */
export function emergingPhrases(
  now: readonly string[],
  before: readonly string[],
  options: Partial<EmergingOptions> = {},
): EmergingPhrase[] {
  const { top, fewest, chance } = { ...standard, ...options };
  const [current, former] = [countPhrases(now), countPhrases(before)];
  const sumOf = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [currentSum, formerSum] = [sumOf(current), sumOf(former)];
  const mean = (currentSum + formerSum) / 2;
  const expected = now.length / Math.max(1, now.length + before.length);
  const found: EmergingPhrase[] = [];
  for (const [phrase, count] of current) {
    if (count < fewest) continue;
    const past = former.get(phrase) ?? 0;
    const rise = (count + 1) / (now.length + 1) / ((past + 1) / (before.length + 1));
    if (rise <= 1 || tail(count, count + past, expected) >= chance) continue;
    const weight = (count / Math.max(1, currentSum)) * Math.log(1 + mean / (count + past)) * 1000;
    found.push({ phrase, now: count, before: past, rise: round(rise), weight: round(weight * (1 - 1 / (1 + rise))) });
  }
  found.sort((a, b) => b.weight - a.weight || b.now - a.now || (a.phrase < b.phrase ? -1 : 1));
  return withoutParts(found).slice(0, top);
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** In how many texts each phrase is. */
function countPhrases(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = wordsOf(text);
    const phrases = new Set<string>();
    for (let start = 0; start < words.length; start += 1)
      for (let length = 1; length <= longestPhrase && start + length <= words.length; length += 1) {
        const [first, last] = [words[start]!, words[start + length - 1]!];
        if (isIdle(first)) break;
        if (!isIdle(last)) phrases.add(words.slice(start, start + length).join(" "));
      }
    for (const phrase of phrases) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return counts;
}

const isIdle = (word: string): boolean => idle.has(word) || word.length < 2 || /^\d+$/.test(word);

/** A phrase that nearly always comes inside a longer one found is left out; so is a longer one that adds nothing rarer. */
const withoutParts = (found: readonly EmergingPhrase[]): EmergingPhrase[] =>
  found.filter(
    (each) =>
      !found.some((other) => other !== each && ` ${other.phrase} `.includes(` ${each.phrase} `) && other.now >= each.now * 0.8),
  );

/** The chance of at least `hits` in `of` draws that succeed with chance `p`. */
function tail(hits: number, of: number, p: number): number {
  if (p >= 1) return 1;
  let term = (1 - p) ** of;
  if (term === 0) return normalTail(hits, of, p);
  let below = 0;
  for (let k = 0; k < hits; k += 1) {
    below += term;
    term *= ((of - k) / (k + 1)) * (p / (1 - p));
  }
  return Math.max(0, 1 - below);
}

/** For counts too large to add up term by term: the normal approximation, on the safe side. */
function normalTail(hits: number, of: number, p: number): number {
  const z = (hits - 0.5 - of * p) / Math.sqrt(of * p * (1 - p));
  return z <= 0 ? 1 : 0.5 * Math.exp(-0.717 * z - 0.416 * z * z);
}
