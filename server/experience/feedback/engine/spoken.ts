import type { Language } from "./language.ts";
import { faces } from "./lexicon/faces.ts";
import { phraseAt, toneOfWord, weightOf } from "./lexicon/lexicon.ts";
import type { Token } from "./tokens.ts";

/** A word, phrase or face that spoke for or against. */
export interface Spoken {
  said: string;
  /** About -4 to 4: the strength in the lexicon, raised by "very" and shouting, turned by negations. */
  tone: number;
  kind: "word" | "face";
  negated: boolean;
  /** After "but" and its like. */
  afterTurn: boolean;
}

const turned = -0.7;
const emphasis = 1.3;
const tooMuch = 1.5;
/** "Never fly with them again": again pleases nobody once it is denied. */
const onlyDenied: Record<string, number> = { again: 3 };

/** What speaks in a text, in order: each word once, longest phrases first. */
export function spokenIn(tokens: readonly Token[], language: Language): Spoken[] {
  const found: Spoken[] = [];
  let strength = 1;
  let covered = 0;
  tokens.forEach((token, index) => {
    if (token.kind === "face") {
      const tone = faces.get(token.word) ?? 0;
      if (tone !== 0) found.push({ said: token.word, tone, kind: "face", negated: false, afterTurn: token.afterTurn });
      return;
    }
    if (token.kind !== "word" && token.kind !== "hashtag") {
      strength = 1;
      return;
    }
    covered -= 1;
    if (covered < 0) {
      const phrase = phraseAt(tokens, index, language);
      if (phrase) covered = phrase.words.length - 1;
      let own = phrase?.tone ?? ((token.negated && onlyDenied[token.word]) || toneOfWord(token.word, language));
      // "too salty", "too small": too much of anything displeases
      if (language === "en" && !phrase && own >= 0 && tokens[index - 1]?.word === "too") own = token.negated ? tooMuch : -tooMuch;
      if (own !== 0) {
        const emphatic = token.stretched || token.shouted ? emphasis : 1;
        found.push({
          said: phrase
            ? tokens
                .slice(index, index + phrase.words.length)
                .map((each) => each.word)
                .join(" ")
            : token.word,
          tone: own * strength * emphatic * (token.negated ? turned : 1),
          kind: "word",
          negated: token.negated,
          afterTurn: token.afterTurn,
        });
      }
    }
    const change = weightOf(token.word, language);
    strength = change === 1 ? 1 : strength * change;
  });
  return found;
}
