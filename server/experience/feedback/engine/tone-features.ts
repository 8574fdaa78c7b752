import { type Features, measuredPlaces, put } from "./features.ts";
import { measureInto } from "./tone-measures.ts";
import { type Token, tokensOf } from "./tokens.ts";
import type { Language } from "./language.ts";

const shares = { words: 1, letters: 0.5 };
const letterRuns = [3, 4, 5];

const prime = 0x01000193;
const plainSeed = 0x811c9dc5;
const negatedSeed = 0x2b3c4d5e;
const tagSeed = 0x35d1a9;

const hashOf = (text: string, seed: number): number => {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), prime);
  return hash;
};

/** Spreads a hash evenly over the places (the finaliser of MurmurHash3). */
const placeOf = (hash: number, places: number): number => {
  let h = hash ^ (hash >>> 15);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  h ^= h >>> 16;
  return measuredPlaces + ((h >>> 0) % (places - measuredPlaces));
};

/** The features of a text among `places` weights. `into` is filled anew. */
export function toneFeatures(text: string, language: Language, places: number, into: Features): Features {
  const tokens = tokensOf(text, language);
  into.length = 0;
  measureInto(tokens, language, into);
  wordRuns(tokens, places, into);
  letterRunsOf(tokens, places, into);
  return into;
}

/** Words (also as negated), and runs of two and three. */
function wordRuns(tokens: readonly Token[], places: number, into: Features): void {
  const from = into.length;
  let [before, earlier] = [0, 0];
  for (const { word, kind, negated } of tokens) {
    const own = hashOf(word, plainSeed);
    put(into, placeOf(own, places), 1);
    if (negated) put(into, placeOf(hashOf(word, negatedSeed), places), 1);
    if (kind === "hashtag") put(into, placeOf(hashOf(word, tagSeed), places), 1);
    if (before !== 0) put(into, placeOf(Math.imul(before, 31) ^ own, places), 1);
    if (earlier !== 0) put(into, placeOf(Math.imul(Math.imul(earlier, 31) ^ before, 31) ^ own ^ 0x77, places), 1);
    [earlier, before] = [before, own];
  }
  share(into, from, shares.words);
}

/** Runs of three to five letters within words: endings, roots, misspellings. */
function letterRunsOf(tokens: readonly Token[], places: number, into: Features): void {
  const from = into.length;
  for (const { word, kind } of tokens) {
    if (kind !== "word" && kind !== "hashtag") continue;
    const padded = `_${word}_`;
    for (const size of letterRuns)
      for (let start = 0; start + size <= padded.length; start += 1) {
        let hash = 0x9747b28c ^ size;
        for (let index = start; index < start + size; index += 1) hash = Math.imul(hash ^ padded.charCodeAt(index), prime);
        put(into, placeOf(hash, places), 1);
      }
  }
  share(into, from, shares.letters);
}

/** Long texts and short ones weigh the same: each group of features has the same length as a vector. */
function share(into: Features, from: number, scale: number): void {
  const value = scale / Math.sqrt(Math.max(1, into.length - from));
  for (let index = from; index < into.length; index += 1) into.value[index] = value;
}
