/** Where the quoted history of an answer begins, in the words of the mail programs our customers use. */
const starts = [
  /^-{2,}\s*(original message|message d['’]origine|forwarded message|message transféré)\s*-{2,}$/i,
  /^(on|le)\b.{0,200}\b(wrote|a écrit)\s*:$/i,
  /^_{10,}$/,
  /^(from|de)\s*:\s.+@.+$/i,
];

/**
 * What the person wrote this time, without the history quoted below. When nothing would remain (they answered between the
 * lines), the whole text is kept: no word of a customer is ever lost.
 */
export function newText(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const end = lines.findIndex((_line, index) => {
    const line = lines[index]!.trim();
    // "On Friday 20 November ... \n<lea@...> wrote:" is often broken in two.
    const joined = `${line} ${lines[index + 1]?.trim() ?? ""}`;
    if (starts.some((start) => start.test(line)) || (/^(on|le)\b/i.test(line) && starts[1]!.test(joined))) return true;
    return line.startsWith(">") && lines.slice(index).every((rest) => /^\s*(>|$)/.test(rest));
  });
  const fresh = (end < 0 ? lines : lines.slice(0, end)).join("\n").trim();
  return fresh === "" ? text.trim() : fresh;
}
