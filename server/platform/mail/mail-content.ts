/** What a mail says, before it has a look: the same content gives the HTML and the plain text. */
import { hasMessage, type MessageParams, translate } from "../i18n/translate.ts";
import type { Locale } from "../i18n/locale.ts";

export type MailBlock =
  /** A paragraph. With `markup`, **bold** and [label](https://...) are understood; pass values through `escapeMarkup`. */
  | { kind: "text"; text: string; markup?: boolean }
  | { kind: "heading"; text: string }
  | { kind: "facts"; facts: readonly { label: string; value: string }[] }
  | { kind: "button"; label: string; url: string }
  | { kind: "image"; url: string; alt: string }
  | { kind: "divider" };

export interface MailContent {
  subject: string;
  /** The line that mail programs show beside the subject. */
  preview?: string;
  title?: string;
  blocks: readonly MailBlock[];
  /** Small print under the text. */
  note?: string;
}

export interface TemplateInput {
  /** The name under which the texts lie in the mail messages: mail:<template>.subject, .preview, .title, .body, .action, .note. A name with a colon brings its own namespace: "quotes:mail.sent". */
  template: string;
  locale: Locale;
  /** Values for the {{placeholders}} of those texts, ready for the reader. */
  data: MessageParams;
  /** Where the button labelled .action leads; no button without it. */
  actionUrl?: string;
  facts?: readonly { label: string; value: string }[];
}

/** The content of a mail whose texts are ours: .subject and .body must exist, the others may. A blank line parts paragraphs. */
export function templateContent({ template, locale, data, actionUrl, facts = [] }: TemplateInput): MailContent {
  const name = template.includes(":") ? template : `mail:${template}`;
  const optional = (part: string) => (hasMessage(locale, `${name}.${part}`) ? translate(locale, `${name}.${part}`, data) : "");
  const required = (part: string) => {
    const text = optional(part);
    if (text === "") throw new RangeError(`the mail "${template}" has no text ${name}.${part}`);
    return text;
  };
  const paragraphs = required("body").split(/\n{2,}/);
  return {
    subject: required("subject"),
    preview: optional("preview"),
    title: optional("title"),
    blocks: [
      ...paragraphs.map((text) => ({ kind: "text" as const, text })),
      ...(facts.length > 0 ? [{ kind: "facts" as const, facts }] : []),
      ...(actionUrl === undefined ? [] : [{ kind: "button" as const, label: required("action"), url: actionUrl }]),
    ],
    note: optional("note"),
  };
}

/** A value put into a text with markup, its marks made harmless: a customer's name cannot become a link. */
export const escapeMarkup = (value: string): string => value.replace(/[\\*[\]()]/g, "\\$&");
