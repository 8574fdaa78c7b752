import { eld } from "eld/small";

eld.setLanguageSubset(["en", "fr"]);

/** English or French, by the letters people type; what the reader's account says decides when the text is too short to tell. */
export function languageOf(text: string, otherwise: "en" | "fr"): "en" | "fr" {
  if (text.trim().length < 8) return otherwise;
  const found = eld.detect(text);
  return found.language === "en" || found.language === "fr" ? found.language : otherwise;
}
