import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { AwsV4Signer } from "aws4fetch";
import { sha256Hex } from "./file-key.ts";
import { type Files, openFiles } from "./files.ts";

const root = await mkdtemp(join(tmpdir(), "throughline-files-"));
const s3 = await startFakeS3();
after(async () => {
  s3.close();
  await rm(root, { recursive: true, force: true });
});
const credentials = {
  kind: "s3",
  endpoint: s3.url,
  bucket: "records",
  region: "eu-west-3",
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "a-secret-of-the-store",
} as const;
const disk = await openFiles({ kind: "disk", root });
const remote = await openFiles(credentials);

for (const [name, files] of [
  ["disk", disk],
  ["s3", remote],
] as const) {
  test(`${name}: what is put is given back, described, streamed, replaced and erased`, async () => {
    const bytes = Buffer.from("Devis signé\0\xff");
    const stored = await files.put("quotes/42/quote.pdf", bytes, { contentType: "application/pdf" });
    assert.deepEqual(stored, { sha256: sha256Hex(bytes), size: bytes.length, contentType: "application/pdf" });
    assert.deepEqual(await files.stat("quotes/42/quote.pdf"), stored);
    assert.deepEqual(Buffer.from((await files.get("quotes/42/quote.pdf"))!), bytes);
    assert.deepEqual(await streamed(files, "quotes/42/quote.pdf"), bytes);
    await files.put("quotes/42/quote.pdf", Buffer.from("v2"), { contentType: "text/plain" });
    assert.equal(Buffer.from((await files.get("quotes/42/quote.pdf"))!).toString(), "v2");
    assert.equal((await files.put("empty", new Uint8Array(0), { contentType: "text/plain" })).size, 0);
    assert.equal((await files.get("empty"))?.length, 0);
    await files.remove("quotes/42/quote.pdf");
    await files.remove("quotes/42/quote.pdf");
    await files.remove("empty");
    assert.equal(await files.exists("quotes/42/quote.pdf"), false);
    assert.equal(await files.get("quotes/42/quote.pdf"), undefined);
    assert.equal(await files.stream("quotes/42/quote.pdf"), undefined);
  });

  test(`${name}: no key leaves the store`, async () => {
    for (const key of [
      "../out",
      "a/../../out",
      "/etc/passwd",
      "a//b",
      "",
      "A/upper",
      ".hidden",
      "a/.part",
      "a\\b",
      "a\0b",
      "é",
      "x".repeat(401),
    ]) {
      await assert.rejects(files.put(key, Buffer.from("x"), { contentType: "text/plain" }), RangeError, key);
      await assert.rejects(files.get(key), RangeError, key);
      await assert.rejects(files.remove(key), RangeError, key);
    }
  });
}

test("disk: replaced and erased bytes are gone, and nothing half-written stays", async () => {
  await disk.put("a/b", Buffer.from("one"), { contentType: "text/plain" });
  await disk.put("a/c", Buffer.from("one"), { contentType: "text/plain" });
  await disk.put("a/b", Buffer.from("two"), { contentType: "text/plain" });
  await disk.remove("a/b");
  assert.equal(Buffer.from((await disk.get("a/c"))!).toString(), "one", "the same bytes under another key stay");
  const left = (await readdir(join(root, "objects"), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  assert.deepEqual(
    left.map((entry) => entry.name.slice(0, 64)),
    [sha256Hex(Buffer.from("one"))],
  );
});

test("disk: damaged bytes are never handed out", async () => {
  const { sha256 } = await disk.put("invoice", Buffer.from("100.00"), { contentType: "text/plain" });
  const [object] = await readdir(join(root, "objects", sha256.slice(0, 2)));
  await writeFile(join(root, "objects", sha256.slice(0, 2), object!), "900.00");
  await assert.rejects(disk.get("invoice"), /damaged/);
});

test("disk: a hundred writers of one key leave one whole file", async () => {
  await Promise.all(
    Array.from({ length: 100 }, (_, writer) => disk.put("busy", Buffer.from(`writer ${writer}`), { contentType: "text/plain" })),
  );
  assert.match(Buffer.from((await disk.get("busy"))!).toString(), /^writer \d+$/);
  await disk.remove("busy");
  const left = (await readdir(join(root, "objects"), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  assert.equal(left.length, 2, "only the two files of the tests before remain");
});

test("s3: a wrong secret is refused by the store and said so", async () => {
  const stranger = await openFiles({ ...credentials, secretAccessKey: "another" });
  await assert.rejects(stranger.put("x", Buffer.from("x"), { contentType: "text/plain" }), /answered 403/);
});

async function streamed(files: Files, key: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of (await files.stream(key))!) parts.push(part);
  return Buffer.concat(parts);
}

/** A store that keeps bytes in memory and checks each signature by signing the request again itself. */
async function startFakeS3() {
  const objects = new Map<string, { bytes: Buffer; type: string; sha256: string }>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      void (async () => {
        const bytes = Buffer.concat(parts);
        const path = request.url!;
        const header = (name: string) => String(request.headers[name] ?? "");
        const signed = /SignedHeaders=([^,]+)/.exec(header("authorization"))?.[1]?.split(";") ?? [];
        const headers = Object.fromEntries(signed.filter((name) => name !== "host").map((name) => [name, header(name)]));
        const signer = new AwsV4Signer({
          method: request.method!,
          url: `http://${request.headers.host}${path}`,
          headers,
          accessKeyId: "AKIDEXAMPLE",
          secretAccessKey: "a-secret-of-the-store",
          service: "s3",
          region: "eu-west-3",
          datetime: header("x-amz-date"),
          allHeaders: true,
        });
        const genuine = signed.includes("x-amz-content-sha256") && (await signer.authHeader()) === header("authorization");
        const whole = request.method !== "PUT" || header("x-amz-content-sha256") === sha256Hex(bytes);
        if (!genuine || !whole) return response.writeHead(403).end("<Code>SignatureDoesNotMatch</Code>");
        if (request.method === "PUT")
          objects.set(path, { bytes, type: header("content-type"), sha256: header("x-amz-meta-sha256") });
        if (request.method === "DELETE") objects.delete(path);
        const found = objects.get(path);
        if (request.method === "DELETE" || request.method === "PUT")
          return response.writeHead(request.method === "PUT" ? 200 : 204).end();
        if (!found) return response.writeHead(404).end();
        response.writeHead(200, {
          "content-type": found.type,
          "content-length": found.bytes.length,
          "x-amz-meta-sha256": found.sha256,
        });
        return response.end(request.method === "HEAD" ? undefined : found.bytes);
      })();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.closeAllConnections() ?? server.close(),
  };
}
