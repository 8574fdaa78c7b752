import type { Language } from "./language.ts";
import { type Spoken, spokenIn } from "./spoken.ts";
import type { Token } from "./tokens.ts";
import { type Features, put } from "./features.ts";

/** What people end with weighs more. */
const endingWeight = 1.5;
const squash = (value: number): number => Math.tanh(value / 4);
const upTo = (most: number, value: number): number => Math.min(most, value);

/** What the words of the lexicon, the faces and the signs of a text say together, in the places kept for it. */
export function measureInto(tokens: readonly Token[], language: Language, into: Features): void {
  const spoken = spokenIn(tokens, language);
  const words = spoken.filter((each) => each.kind === "word");
  const good = words.filter((each) => each.tone > 0);
  const bad = words.filter((each) => each.tone < 0);
  const sum = (of: readonly Spoken[]): number =>
    of.reduce((total, each) => total + Math.abs(each.tone) * (each.afterTurn ? endingWeight : 1), 0);
  const strongest = (of: readonly Spoken[]): number => of.reduce((most, each) => Math.max(most, Math.abs(each.tone)), 0);
  const count = (is: (token: Token) => boolean): number => tokens.reduce((total, token) => total + (is(token) ? 1 : 0), 0);
  const faces = (sign: number): number => spoken.filter((each) => each.kind === "face" && each.tone === sign).length;
  const ending = words.filter((each) => each.afterTurn).reduce((total, each) => total + each.tone, 0);
  const wordCount = count((token) => token.kind === "word" || token.kind === "hashtag");
  into.speaks = spoken.length > 0;
  into.words = wordCount;
  const [goodSum, badSum] = [sum(good), sum(bad)];
  const measures = [
    1,
    4 * squash(goodSum),
    4 * squash(badSum),
    6 * squash(goodSum - badSum),
    upTo(3, good.length),
    upTo(3, bad.length),
    2 * squash((words.at(-1)?.tone ?? 0) * 2),
    2 * squash((words[0]?.tone ?? 0) * 2),
    2 * squash(ending * 2),
    2 * upTo(2, words.filter((each) => each.negated && each.tone < 0).length),
    3 * upTo(2, faces(1)),
    3 * upTo(2, faces(-1)),
    strongest(good),
    strongest(bad),
    words.length === 0 ? 2 : 0,
    good.length > 0 && bad.length > 0 ? 2 : 0,
    upTo(
      2,
      count((token) => token.shouted),
    ),
    2 *
      upTo(
        1,
        count((token) => token.stretched),
      ),
    upTo(
      3,
      count((token) => token.kind === "mention"),
    ),
    2 *
      upTo(
        2,
        count((token) => token.kind === "link"),
      ),
    upTo(
      4,
      count((token) => token.kind === "hashtag"),
    ) / 1.5,
    2 *
      upTo(
        2,
        count((token) => token.kind === "stop" && token.word.includes("!")),
      ),
    2 *
      upTo(
        2,
        count((token) => token.kind === "stop" && token.word.includes("?")),
      ),
    upTo(40, wordCount) / 10,
    good.length > bad.length ? 2 : 0,
    bad.length > good.length ? 2 : 0,
  ];
  measures.forEach((value, place) => {
    if (value !== 0) put(into, place, value);
  });
}
