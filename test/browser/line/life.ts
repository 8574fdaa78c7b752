import type { Locale } from "#platform/i18n/locale.ts";

/** How Léa lives her way through the product in one run: what she reads, on what, and on whose server. */
export interface Life {
  language: Locale;
  colours: "light" | "dark";
  viewport: { width: number; height: number };
  /** She lives once in a data directory: a second life needs one of its own. */
  ownServer: boolean;
}

export const frenchOnAPhone: Life = {
  language: "fr",
  colours: "light",
  viewport: { width: 390, height: 844 },
  ownServer: false,
};
export const englishAtADesk: Life = {
  language: "en",
  colours: "dark",
  viewport: { width: 1280, height: 800 },
  ownServer: true,
};
