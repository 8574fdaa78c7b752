import { expect, type Page } from "@playwright/test";
import type { Locale } from "#platform/i18n/locale.ts";
import { atelierMartin, company } from "#test/story/cast.ts";

/** Small words no sentence of the other language does without, and money as the other language writes it. */
const foreign: Record<Locale, RegExp[]> = {
  en: [
    /(?<!\p{L})(?:les|des|du|une|vous|votre|vos|nous|notre|avec|pour|sur|est|sont|dans|jours?|mois|heures?|devis|facture)(?!\p{L})/giu,
    /\d,\d\d\s?[€%]/gu,
  ],
  fr: [
    /(?<!\p{L})(?:the|you|your|our|with|for|from|are|days?|months?|hours?|and|of|to|quote|invoice)(?!\p{L})/giu,
    /€\d|\d\.\d\d\s?%/gu,
  ],
};
const names: string[] = [atelierMartin.address.line1, company.address.line1];

/** The words of the other language in a text, each with what stands around it; names and addresses are nobody's language. */
export function foreignWordsIn(text: string, language: Locale): string[] {
  const own = names.reduce((rest, name) => rest.replaceAll(name, ""), text);
  return foreign[language].flatMap((pattern) =>
    [...own.matchAll(pattern)].map(({ index, 0: word }) =>
      own.slice(Math.max(0, index - 40), index + word.length + 40).replaceAll(/\s+/g, " "),
    ),
  );
}

/** Everything on the screen is in the reader's language. */
export async function expectOneLanguage(page: Page, language: Locale): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  expect(foreignWordsIn(await page.locator("body").innerText(), language)).toEqual([]);
}
