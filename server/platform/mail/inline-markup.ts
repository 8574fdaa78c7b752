/** The little markup that writers of mails may use: **bold**, [label](https://...), a backslash before a mark to keep it. */
import { checkedUrl } from "./checked-url.ts";

const mark = /\\([\\*[\]()])|\*\*(.+?)\*\*|\[((?:\\.|[^\]\\])+)\]\(([^)\s]+)\)/g;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
const unescaped = (text: string): string => text.replace(/\\([\\*[\]()])/g, "$1");

/** Text as HTML, everything escaped, line breaks kept. */
export function textHtml(text: string, markup: boolean): string {
  if (!markup) return breaks(escaped(text));
  let html = "";
  let at = 0;
  for (const match of text.matchAll(mark)) {
    const [whole, literal, bold, label, url] = match;
    html += escaped(text.slice(at, match.index));
    if (literal !== undefined) html += escaped(literal);
    else if (bold !== undefined) html += `<strong>${escaped(unescaped(bold))}</strong>`;
    else html += `<a href="${escaped(checkedUrl(url!))}">${escaped(unescaped(label!))}</a>`;
    at = match.index + whole.length;
  }
  return breaks(html + escaped(text.slice(at)));
}

/** The same text for people who read plain text: bold bare, a link as "label (address)". */
export function textPlain(text: string, markup: boolean): string {
  if (!markup) return text;
  return text.replace(
    mark,
    (_whole: string, literal?: string, bold?: string, label?: string, url?: string) =>
      literal ?? (bold === undefined ? `${unescaped(label!)} (${checkedUrl(url!)})` : unescaped(bold)),
  );
}

const breaks = (html: string): string => html.replace(/\n/g, "<br />");
