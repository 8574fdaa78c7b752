import type { Language } from "./language.ts";
import { reasonsOf, type Tone } from "./sentiment.ts";

const spokenInStatement = 1;
const spokenInQuestion = 2;

/**
 * Whether a message that nobody asked for says what its writer thinks of us. Most messages ask or arrange something and
 * are no feedback: "Where is my technician?" is answered, not counted. A statement needs a word that speaks the way its
 * tone goes; a question needs a strong one ("does not work, what now?").
 */
export function saysOpinion(text: string, language: Language, tone: Pick<Tone, "sentiment">): boolean {
  if (tone.sentiment === "neutral") return false;
  const way = tone.sentiment === "negative" ? -1 : 1;
  return (text.match(/[^.!?…\n]+[.!?…]*/gu) ?? []).some((sentence) => {
    const least = sentence.includes("?") ? spokenInQuestion : spokenInStatement;
    return reasonsOf(sentence, language).some((spoken) => spoken.tone * way >= least);
  });
}
