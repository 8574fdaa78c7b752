import { Fragment, type ReactNode } from "react";

type Block = { kind: "heading" | "text"; lines: string[] } | { kind: "ul" | "ol"; lines: string[] };

/** An article as it is written: paragraphs, "## headings", lists with "-" or "1.", **strong** words. No HTML, ever. */
export function ArticleText({ body }: { body: string }) {
  return (
    <div className="tl-article">
      {blocksOf(body).map((block, at) => {
        const key = `${at}-${block.kind}`;
        if (block.kind === "heading") return <h2 key={key}>{strong(block.lines.join(" "))}</h2>;
        if (block.kind === "text") return <p key={key}>{withBreaks(block.lines)}</p>;
        const items = block.lines.map((line) => <li key={line}>{strong(line)}</li>);
        return block.kind === "ol" ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>;
      })}
    </div>
  );
}

const kindOf = (line: string): Block["kind"] =>
  /^#{1,6}\s/.test(line) ? "heading" : /^\d+[.)]\s/.test(line) ? "ol" : /^[-*]\s/.test(line) ? "ul" : "text";

function blocksOf(body: string): Block[] {
  const blocks: Block[] = [];
  let broken = true;
  for (const line of body.split(/\r?\n/).map((each) => each.trim())) {
    if (!line) {
      broken = true;
      continue;
    }
    const kind = kindOf(line);
    const text = line.replace(/^(#{1,6}|\d+[.)]|[-*])\s+/, "");
    const last = blocks.at(-1);
    if (last?.kind === kind && (!broken || kind === "ol" || kind === "ul") && kind !== "heading") last.lines.push(text);
    else blocks.push({ kind, lines: [text] });
    broken = false;
  }
  return blocks;
}

const strong = (text: string): ReactNode =>
  text
    .split(/\*\*([^*]+)\*\*/g)
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a line have no other name
    .map((part, at) => (at % 2 === 1 ? <strong key={at}>{part}</strong> : <Fragment key={at}>{part}</Fragment>));

const withBreaks = (lines: string[]): ReactNode =>
  lines.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of a paragraph have no other name
    <Fragment key={at}>
      {at > 0 && <br />}
      {strong(line)}
    </Fragment>
  ));
