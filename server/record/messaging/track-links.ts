import { randomBytes } from "node:crypto";
import type { MailBlock, MailContent } from "#platform/mail/mail-content.ts";

export interface TrackedLink {
  token: string;
  url: string;
}

/**
 * Replaces the links of a content by tracked ones, where they lead to our own pages or to an address the sender allowed.
 * Others stay as they are: a tracked link is never a way to send people anywhere.
 */
export function trackLinks(
  publicUrl: string,
  content: MailContent,
  allowedUrls: readonly string[],
): { content: MailContent; links: TrackedLink[] } {
  const origins = new Set([publicUrl, ...allowedUrls].map((url) => new URL(url).origin));
  const links = new Map<string, TrackedLink>();
  const tracked = (url: string): string => {
    if (!URL.canParse(url) || !origins.has(new URL(url).origin)) return url;
    let link = links.get(url);
    if (!link) links.set(url, (link = { token: randomBytes(12).toString("base64url"), url }));
    return `${publicUrl}/l/${link.token}`;
  };
  const block = (part: MailBlock): MailBlock => {
    if (part.kind === "button") return { ...part, url: tracked(part.url) };
    if (part.kind === "text" && part.markup)
      return { ...part, text: part.text.replace(/\]\((https?:[^)\s]+)\)/g, (_, url: string) => `](${tracked(url)})`) };
    return part;
  };
  return { content: { ...content, blocks: content.blocks.map(block) }, links: [...links.values()] };
}
