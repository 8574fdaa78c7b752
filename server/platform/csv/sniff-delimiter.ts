/** Which character separates the cells: spreadsheets in French write ";", in English ",", databases often a tab. */
export type Delimiter = "," | ";" | "\t" | "|";

const candidates: readonly Delimiter[] = [",", ";", "\t", "|"];

/**
 * The delimiter of a table from its beginning. The right one cuts the rows into the same number of cells; text in quotes
 * does not count, so "12,50" cannot pass for a separator. A single column gives ",".
 */
export function sniffDelimiter(head: string): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of candidates) {
    const counts = cellCounts(head, delimiter).slice(0, 50);
    const header = counts[0] ?? 1;
    if (header < 2) continue;
    const agreeing = counts.filter((count) => count === header).length / counts.length;
    const score = agreeing * agreeing * Math.log2(header + 1);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function cellCounts(head: string, delimiter: string): number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let filled = false;
  for (const letter of head) {
    if (letter === '"') quoted = !quoted;
    if (quoted) continue;
    if (letter === delimiter) cells++;
    if (letter === "\n" || letter === "\r") {
      if (filled) counts.push(cells);
      cells = 1;
      filled = false;
    } else filled = true;
  }
  if (filled && counts.length === 0) counts.push(cells);
  return counts;
}
