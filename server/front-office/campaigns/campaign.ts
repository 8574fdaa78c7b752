/** What a campaign says and the states it goes through. Pure. */
import type { MailBlock, MailContent } from "#platform/mail/mail-content.ts";
import { escapeMarkup } from "#platform/mail/mail-content.ts";

export type CampaignStatus = "draft" | "launched" | "paused" | "ended";
const moves: Record<CampaignStatus, readonly CampaignStatus[]> = {
  draft: ["launched", "ended"],
  launched: ["paused", "ended"],
  paused: ["launched", "ended"],
  ended: [],
};
export const canMove = (from: string, to: CampaignStatus): boolean => moves[from as CampaignStatus].includes(to);
export const allowedMoves = (from: string): CampaignStatus[] => [...moves[from as CampaignStatus]];

/** A block of a campaign's mail. A button without an address leads to the landing page. */
export type CampaignBlock =
  | { kind: "heading" | "text"; text: string }
  | { kind: "button"; label: string; url?: string | undefined }
  | { kind: "divider" };
export interface CampaignMail {
  subject: string;
  preview: string;
  title: string;
  blocks: readonly CampaignBlock[];
}

/** The content for one person: {{firstName}} is theirs, and cannot become a link or bold. */
export function mailFor(mail: CampaignMail, person: { firstName: string }, landingUrl: string): MailContent {
  const plain = (text: string) => filled(text, person.firstName);
  return {
    subject: plain(mail.subject),
    preview: plain(mail.preview),
    title: plain(mail.title),
    blocks: mail.blocks.map((block): MailBlock => {
      if (block.kind === "text") return { kind: "text", text: filled(block.text, escapeMarkup(person.firstName)), markup: true };
      if (block.kind === "heading") return { kind: "heading", text: plain(block.text) };
      if (block.kind === "button") return { kind: "button", label: block.label, url: block.url ?? landingUrl };
      return block;
    }),
  };
}

/** Without a first name "Bonjour {{firstName}}," reads "Bonjour,". */
const filled = (text: string, firstName: string): string =>
  firstName ? text.replaceAll("{{firstName}}", firstName) : text.replaceAll(/[ \u00a0]?\{\{firstName\}\}/g, "");

/** The landing page with what tells where a visit came from. */
export function landingUrl(publicUrl: string, slug: string, utm: Readonly<Record<string, string>>): string {
  const url = new URL(`/p/${slug}`, publicUrl);
  for (const [key, value] of Object.entries({ utm_campaign: slug, ...utm })) url.searchParams.set(key, value);
  return url.toString();
}

/** A campaign is stopped only on evidence: too few people say nothing. */
export const leastReached = 200;
export const tooManyLeave = (reached: number, left: number, limitBp: number): boolean =>
  reached >= leastReached && left * 10_000 > limitBp * reached;
