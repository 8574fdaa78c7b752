/**
 * Gives a mail its look. The MJML layout is compiled once; after that a mail costs a fraction of a millisecond, and every
 * value is escaped on the way in.
 */
import { readFile } from "node:fs/promises";
import { Liquid, type Template } from "liquidjs";
import mjml from "mjml";
import type { Locale } from "../i18n/locale.ts";
import { translate } from "../i18n/translate.ts";
import { checkedUrl } from "./checked-url.ts";
import { textHtml } from "./inline-markup.ts";
import { type MailContent, type TemplateInput, templateContent } from "./mail-content.ts";
import { plainText } from "./plain-text.ts";

export interface MailBrand {
  name: string;
  /** "#4338ca". */
  color: string;
  /** Web address of a picture, about 140 pixels wide; without it the name is shown on the colour. */
  logoUrl?: string;
  /** Postal address of the sender, which the law asks for in marketing mail. */
  address?: string;
}

export interface MailLinks {
  preferencesUrl?: string;
  unsubscribeUrl?: string;
}

export interface MailDress {
  locale: Locale;
  brand: MailBrand;
  links?: MailLinks;
  /** Why the person receives this, in their language. */
  reason?: string;
  /** Counts the opening of a mail, where the person agreed to that. */
  pixelUrl?: string;
}

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

/** A mail whose texts lie in the mail messages (see `templateContent`). Throws RangeError on a missing text or unsafe address. */
export const renderMail = async (mail: TemplateInput & MailDress): Promise<RenderedMail> =>
  await renderContent(templateContent(mail), mail);

/** A mail whose content was written elsewhere: a campaign, an answer in a conversation. */
export async function renderContent(content: MailContent, dress: MailDress): Promise<RenderedMail> {
  const { brand, locale, links = {}, reason = "", pixelUrl = "" } = dress;
  if (!/^#[0-9a-f]{6}$/i.test(brand.color)) throw new RangeError(`"${brand.color}" is not a colour such as #4338ca`);
  const subject = content.subject.replace(/\s+/g, " ").trim();
  const labels = {
    sentBy: translate(locale, "mail:layout.sentBy", { brand: brand.name }),
    preferences: translate(locale, "mail:layout.preferences"),
    unsubscribe: translate(locale, "mail:layout.unsubscribe"),
  };
  const blocks = content.blocks.map((block) => {
    if (block.kind === "text") return { kind: block.kind, html: textHtml(block.text, block.markup ?? false) };
    if (block.kind === "button" || block.kind === "image") return { ...block, url: checkedUrl(block.url) };
    return block;
  });
  const safeLinks = Object.fromEntries(Object.entries(links).map(([name, url]) => [name, checkedUrl(url)]));
  const { engine, layout } = await compiledLayout();
  const html = (await engine.render(layout, {
    locale,
    subject,
    preview: content.preview ?? "",
    title: content.title ?? "",
    note: content.note ?? "",
    blocks,
    labels,
    links: safeLinks,
    reason,
    pixelUrl: pixelUrl && checkedUrl(pixelUrl),
    brand: {
      name: brand.name,
      color: brand.color,
      onColor: readableOn(brand.color),
      logoUrl: brand.logoUrl && checkedUrl(brand.logoUrl),
      address: brand.address ?? "",
    },
  })) as string;
  return { subject, html, text: plainText(content, { labels, links, reason, address: brand.address ?? "", locale }) };
}

let compiling: Promise<{ engine: Liquid; layout: Template[] }> | undefined;

/** The layout as HTML with its placeholders still in it. A failure is not remembered. */
async function compiledLayout(): Promise<{ engine: Liquid; layout: Template[] }> {
  compiling ??= compile().catch((error: unknown) => {
    compiling = undefined;
    throw error;
  });
  return await compiling;
}

async function compile() {
  const source = await readFile(new URL("./templates/layout.mjml", import.meta.url), "utf8");
  const { html, errors } = await mjml(source, { validationLevel: "soft", fonts: {}, keepComments: true, ignoreIncludes: true });
  const faults = errors.filter((error) => !error.message.includes("{{"));
  if (faults.length > 0)
    throw new Error(`the mail layout is not valid: ${faults.map((fault) => fault.formattedMessage).join("; ")}`);
  const engine = new Liquid({ outputEscape: "escape", strictVariables: false });
  return { engine, layout: engine.parse(html) };
}

/** White or ink, whichever reads better on a colour (relative luminance, WCAG 2). */
function readableOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05) >= 4.5 ? "#ffffff" : "#14161f";
}
