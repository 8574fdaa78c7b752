/** A campaign while it is being written, and what is still missing before it can be kept. */
import type { CampaignMailInput, CampaignPage } from "#front-office/campaigns/contract.ts";
import { type Locale, locales } from "../../i18n/locale.ts";
import type { Campaign } from "./campaign-words.ts";

export type MailDraft = CampaignMailInput;
export type Block = MailDraft["blocks"][number];
export type PageDraft = CampaignPage;
export type Both<T> = Record<Locale, T>;

export interface Draft {
  name: string;
  offer: string;
  slug: string;
  segmentId: string | null;
  formSlug: string | null;
  costMinor: string | null;
  costCurrency: string;
  unsubscribeLimitBp: number;
  mail: Both<MailDraft> | null;
  page: Both<PageDraft>;
}

export type Part = "essentials" | "mail" | "page";
export interface Missing {
  part: Part;
  /** Message key under "missing.". */
  what: string;
  locale?: Locale;
}

export const emptyMail = (): MailDraft => ({
  subject: "",
  preview: "",
  title: "",
  blocks: [
    { kind: "text", text: "" },
    { kind: "button", label: "" },
  ],
});
const emptyPage = (): PageDraft => ({
  eyebrow: "",
  title: "",
  lead: "",
  price: "",
  priceNote: "",
  benefits: [],
  steps: [],
  questions: [],
  action: "",
});

export const emptyDraft = (): Draft => ({
  name: "",
  offer: "",
  slug: "",
  segmentId: null,
  formSlug: null,
  costMinor: null,
  costCurrency: "EUR",
  unsubscribeLimitBp: 50,
  mail: { en: emptyMail(), fr: emptyMail() },
  page: { en: emptyPage(), fr: emptyPage() },
});

/** The words of a campaign that exists, to change them or to begin another from them. */
export const draftOf = (campaign: Campaign): Draft => ({
  name: campaign.name,
  offer: campaign.offer,
  slug: campaign.slug,
  segmentId: campaign.segmentId,
  formSlug: campaign.formSlug,
  costMinor: campaign.costMinor,
  costCurrency: campaign.costCurrency,
  unsubscribeLimitBp: campaign.unsubscribeLimitBp,
  mail: campaign.mail,
  page: campaign.page,
});

const blockText = (block: Block): string => (block.kind === "button" ? block.label : block.kind === "divider" ? "-" : block.text);

export const isMailComplete = (mail: MailDraft): boolean =>
  mail.subject.trim() !== "" && mail.blocks.length > 0 && mail.blocks.every((block) => blockText(block).trim() !== "");

const isPageComplete = (page: PageDraft): boolean =>
  [page.title, page.lead, page.action].every((text) => text.trim() !== "") &&
  page.benefits.every((one) => one.title.trim() && one.text.trim()) &&
  page.steps.every((step) => step.trim()) &&
  page.questions.every((one) => one.question.trim() && one.answer.trim());

/** What is still missing, in the order of the screen. */
export const missingIn = (draft: Draft): Missing[] => [
  ...(["name", "offer"] as const).filter((what) => !draft[what].trim()).map((what): Missing => ({ part: "essentials", what })),
  ...(/^[a-z0-9][a-z0-9-]{1,60}$/.test(draft.slug) ? [] : [{ part: "essentials" as const, what: "slug" }]),
  ...locales
    .filter((locale) => draft.mail && !isMailComplete(draft.mail[locale]))
    .map((locale): Missing => ({ part: "mail", what: "mail", locale })),
  ...locales
    .filter((locale) => !isPageComplete(draft.page[locale]))
    .map((locale): Missing => ({ part: "page", what: "page", locale })),
];

/** "Fibre Pro – été" becomes "fibre-pro-ete": what an address may hold. */
export const slugOf = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
