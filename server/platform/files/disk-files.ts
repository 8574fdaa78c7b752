/**
 * Files in a folder. Bytes lie at a path made of their own hash (`objects/ab/<sha256 of bytes>-<once>`), so damage
 * shows; a small card at `keys/<key>.json` says which object a key stands for. Both are written beside, flushed
 * and renamed, so that a crash leaves either the old file or the new one. Objects are never shared between keys: erasing a
 * key really erases its bytes.
 */
import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { checkedKey, sha256Hex } from "./file-key.ts";
import type { Files, StoredFile } from "./files.ts";

interface Card extends StoredFile {
  readonly object: string;
}

export async function openDiskFiles(root: string): Promise<Files> {
  await mkdir(join(root, "objects"), { recursive: true, mode: 0o700 });
  await mkdir(join(root, "keys"), { recursive: true, mode: 0o700 });
  const inTurn = takeTurns();
  const cardPath = (key: string) => join(root, "keys", `${checkedKey(key)}.json`);
  const objectPath = (card: Card) => join(root, "objects", card.object);
  const cardOf = async (key: string): Promise<Card | undefined> => {
    const text = await readFile(cardPath(key), "utf8").catch(absent);
    return text === undefined ? undefined : (JSON.parse(text) as Card);
  };

  return {
    put: async (key, bytes, { contentType }) =>
      await inTurn(checkedKey(key), async () => {
        const sha256 = sha256Hex(bytes);
        const object = join(sha256.slice(0, 2), `${sha256}-${randomBytes(6).toString("hex")}`);
        const card: Card = { sha256, size: bytes.length, contentType, object };
        const before = await cardOf(key);
        await writeDurably(objectPath(card), bytes);
        await writeDurably(cardPath(key), JSON.stringify(card));
        if (before) await rm(objectPath(before), { force: true });
        return { sha256, size: card.size, contentType };
      }),
    async get(key) {
      const card = await cardOf(key);
      const bytes = card && (await readFile(objectPath(card)).catch(absent));
      if (card && bytes && sha256Hex(bytes) !== card.sha256)
        throw new Error(`the stored file ${key} is damaged: its hash is not ${card.sha256}`);
      return bytes;
    },
    async stream(key) {
      const card = await cardOf(key);
      const handle = card && (await open(objectPath(card)).catch(absent));
      return handle && (Readable.toWeb(createReadStream("", { fd: handle })) as ReadableStream<Uint8Array>);
    },
    async stat(key) {
      const card = await cardOf(key);
      return card && { sha256: card.sha256, size: card.size, contentType: card.contentType };
    },
    exists: async (key) => (await cardOf(key)) !== undefined,
    remove: async (key) =>
      await inTurn(checkedKey(key), async () => {
        const card = await cardOf(key);
        if (!card) return;
        // The bytes first: should we stop in between, what remains is a card without bytes, and removing again clears it.
        await rm(objectPath(card), { force: true });
        await rm(cardPath(key), { force: true });
      }),
  };
}

/** One change of a key at a time in this process, so that two writers never leave bytes that nothing points to. */
function takeTurns() {
  const turns = new Map<string, Promise<unknown>>();
  return async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(key) ?? Promise.resolve()).then(work, work);
    turns.set(key, turn);
    try {
      return await turn;
    } finally {
      if (turns.get(key) === turn) turns.delete(key);
    }
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

async function writeDurably(path: string, content: Uint8Array | string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const beside = join(folder, `.${randomBytes(8).toString("hex")}.part`);
  try {
    const file = await open(beside, "wx", 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  // The rename itself lasts only once its folder is flushed; Windows has no such thing and refuses it.
  if (process.platform !== "win32") {
    const entry = await open(folder, "r");
    await entry.sync().finally(() => entry.close());
  }
}
