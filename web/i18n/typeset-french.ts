/**
 * French as printers set it: a narrow no-break space before ; ! ? and a no-break space before : and inside « », the curly
 * apostrophe. Placeholders, addresses and tags are left alone.
 */
export function typesetFrench(text: string): string {
  return text
    .split(/(\{\{.*?\}\}|https?:\S+|<[^>]*>)/)
    .map((part, index) => (index % 2 ? part : typesetPart(part)))
    .join("");
}

const typesetPart = (prose: string): string =>
  prose
    .replace(/(\p{L})'(?=\p{L}|$)/gu, "$1\u2019")
    .replace(/[ \u00a0]([;!?])/g, "\u202f$1")
    .replace(/(\p{L})([;!?])(?=\s|$)/gu, "$1\u202f$2")
    .replace(/ :/g, "\u00a0:")
    .replace(/(\p{L}):(?=\s)/gu, "$1\u00a0:")
    .replace(/« /g, "«\u00a0")
    .replace(/ »/g, "\u00a0»");
