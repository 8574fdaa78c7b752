import type { Locale } from "#platform/context.ts";

export type ArticleContent = Record<Locale, { title: string; body: string }>;

/** The first lines of an article without its marks, for lists. */
export const excerptOf = (body: string, length = 180): string => {
  const plain = body
    .replace(/^#+\s*/gm, "")
    .replace(/\*\*|^[-*]\s+|^\d+\.\s+/gm, "")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > length ? `${plain.slice(0, length - 1).replace(/\s\S*$/, "")}…` : plain;
};

export const sameContent = (a: unknown, b: unknown): boolean => {
  const [one, two] = [a as ArticleContent, b as ArticleContent];
  return (["en", "fr"] as const).every((each) => one[each].title === two[each].title && one[each].body === two[each].body);
};
