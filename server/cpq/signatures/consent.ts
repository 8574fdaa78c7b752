import type { Locale } from "#platform/context.ts";

/** What a signer agrees to. A changed text is a new version: what was signed keeps the one that was read. */
export const consentVersion = "2026-01";

const texts: Record<Locale, (number: string, version: number) => string> = {
  en: (number, version) =>
    `I have read quote ${number}, version ${version}, and I accept it. I agree to sign it electronically, and I know that this signature commits me and the company I act for.`,
  fr: (number, version) =>
    `J’ai lu le devis ${number}, version ${version}, et je l’accepte. Je consens à le signer électroniquement et je sais que cette signature m’engage, ainsi que l’entreprise pour laquelle j’agis.`,
};
export const consentText = (locale: Locale, number: string, version: number): string => texts[locale](number, version);

/** What kind of signature this is in law, said plainly wherever one signs or checks. */
export const legalNotice: Record<Locale, string> = {
  en: "This is a simple electronic signature in the sense of Regulation (EU) 910/2014 (eIDAS), article 3 (10), supported by a one-time code sent to the signer’s mailbox and a chained record of evidence. It is not a qualified signature.",
  fr: "Il s’agit d’une signature électronique simple au sens du règlement (UE) 910/2014 (eIDAS), article 3, point 10, appuyée sur un code à usage unique envoyé dans la boîte du signataire et sur un dossier de preuve chaîné. Ce n’est pas une signature qualifiée.",
};
