/** The catcher's shelf: each mail as it came (.eml) beside a card (.json) with what lists show. The last `keep` stay. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "../ids.ts";
import type { InboundMail } from "./read-mail.ts";

export interface CaughtSummary {
  id: string;
  receivedAt: string;
  subject: string;
  from: { name: string; address: string };
  envelopeFrom: string;
  envelopeTo: readonly string[];
  sizeBytes: number;
  attachmentCount: number;
}

export async function openMailStore(directory: string, keep: number) {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const cardPath = (id: string) => join(directory, `${id}.json`);
  const mailPath = (id: string) => join(directory, `${id}.eml`);
  /** Oldest first: ids sort by time. */
  let cards = await readCards(directory);

  const drop = async (dropped: readonly CaughtSummary[]) => {
    for (const { id } of dropped) {
      await rm(cardPath(id), { force: true });
      await rm(mailPath(id), { force: true });
    }
  };
  const trim = async () => await drop(cards.splice(0, Math.max(0, cards.length - keep)));
  await trim();

  return {
    async add(raw: Uint8Array, mail: InboundMail): Promise<CaughtSummary> {
      const card: CaughtSummary = {
        id: newId(),
        receivedAt: new Date().toISOString(),
        subject: mail.subject,
        from: mail.from,
        envelopeFrom: mail.envelopeFrom,
        envelopeTo: mail.envelopeTo,
        sizeBytes: raw.length,
        attachmentCount: mail.attachments.length,
      };
      await writeFile(mailPath(card.id), raw, { mode: 0o600 });
      // The card last and at once: a mail without a card was never accepted.
      await writeFile(`${cardPath(card.id)}.part`, JSON.stringify(card), { mode: 0o600 });
      await rename(`${cardPath(card.id)}.part`, cardPath(card.id));
      cards.push(card);
      await trim();
      return card;
    },
    list({ to, cursor, limit }: { to?: string; cursor?: string; limit: number }) {
      const wanted = to?.toLowerCase();
      const chosen = cards
        .filter(
          (card) => (cursor === undefined || card.id < cursor) && (wanted === undefined || card.envelopeTo.includes(wanted)),
        )
        .sort((a, b) => (a.id < b.id ? 1 : -1));
      const items = chosen.slice(0, Math.max(1, Math.min(limit, 200)));
      return { items, nextCursor: chosen.length > items.length ? items.at(-1)!.id : undefined };
    },
    async read(id: string): Promise<{ summary: CaughtSummary; raw: Uint8Array } | undefined> {
      const summary = cards.find((card) => card.id === id);
      return summary && { summary, raw: await readFile(mailPath(id)) };
    },
    async clear(): Promise<void> {
      const all = cards;
      cards = [];
      await drop(all);
    },
  };
}

async function readCards(directory: string): Promise<CaughtSummary[]> {
  const cards: CaughtSummary[] = [];
  const names = await readdir(directory);
  for (const name of names.filter((file) => file.endsWith(".json")).sort())
    cards.push(JSON.parse(await readFile(join(directory, name), "utf8")) as CaughtSummary);
  const known = new Set(cards.map(({ id }) => id));
  for (const name of names.filter((file) => /\.(eml|part)$/.test(file) && !known.has(file.split(".")[0]!)))
    await rm(join(directory, name), { force: true });
  return cards;
}
