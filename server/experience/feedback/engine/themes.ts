import { wordsOf } from "./sentiment.ts";

export interface Theme {
  key: string;
  /** Beginnings of words, or phrases. */
  words: Record<"en" | "fr", readonly string[]>;
}

/** The themes a text speaks of, in the order of the taxonomy. */
export function themesOf(text: string, language: "en" | "fr", taxonomy: readonly Theme[]): string[] {
  const words = wordsOf(text).map((word) => (word.includes("’") ? word.split("’").at(-1)! : word));
  const line = ` ${words.join(" ")} `;
  return taxonomy
    .filter((theme) =>
      theme.words[language].some((stem) =>
        stem.includes(" ") ? line.includes(` ${stem}`) : words.some((word) => word.startsWith(stem)),
      ),
    )
    .map((theme) => theme.key);
}
