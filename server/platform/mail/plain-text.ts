/** The text half of a mail. */
import type { Locale } from "../i18n/locale.ts";
import { textPlain } from "./inline-markup.ts";
import type { MailContent } from "./mail-content.ts";
import type { MailLinks } from "./render-mail.ts";

interface Foot {
  labels: { sentBy: string; preferences: string; unsubscribe: string };
  links: MailLinks;
  reason: string;
  address: string;
  locale: Locale;
}

/** The same mail without pictures or colours: what people with text-only programs, and many filters, read. */
export function plainText(content: MailContent, { labels, links, reason, address, locale }: Foot): string {
  const colon = locale === "fr" ? "\u00a0:" : ":";
  const parts = content.blocks.map((block) => {
    switch (block.kind) {
      case "text":
        return textPlain(block.text, block.markup ?? false);
      case "heading":
        return block.text.toUpperCase();
      case "facts":
        return block.facts.map((fact) => `${fact.label}${colon} ${fact.value}`).join("\n");
      case "button":
        return `${block.label}${colon}\n${block.url}`;
      case "image":
        return block.alt === "" ? "" : `[${block.alt}]`;
      case "divider":
        return "-".repeat(24);
    }
  });
  const foot = [
    labels.sentBy,
    address,
    reason,
    links.preferencesUrl && `${labels.preferences}${colon} ${links.preferencesUrl}`,
    links.unsubscribeUrl && `${labels.unsubscribe}${colon} ${links.unsubscribeUrl}`,
  ];
  const body = [content.title ?? "", ...parts, content.note ?? ""].filter((part) => part !== "").join("\n\n");
  // The two dashes and a space mark a signature, which mail programs leave out of an answer.
  return `${body}\n\n-- \n${foot.filter(Boolean).join("\n")}\n`;
}
