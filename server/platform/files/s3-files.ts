/** Files in any store that speaks S3 (path style), signed with AWS Signature Version 4. */
import { AwsClient } from "aws4fetch";
import { checkedKey, sha256Hex } from "./file-key.ts";
import type { Files, StoredFile } from "./files.ts";

export interface S3Options {
  /** "https://s3.eu-west-3.amazonaws.com" or the address of a store of your own. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** For one request; default 30 s. */
  timeoutMs?: number;
}

/** A download lasts as long as the person's line needs, within reason. */
const downloadMs = 3_600_000;

export function openS3Files({ endpoint, bucket, region, accessKeyId, secretAccessKey, timeoutMs = 30_000 }: S3Options): Files {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 3, initRetryMs: 100 });
  const request = async (
    method: string,
    key: string,
    init: { body?: Uint8Array; headers?: Record<string, string>; limitMs?: number } = {},
  ): Promise<Response | undefined> => {
    const url = `${endpoint.replace(/\/$/, "")}/${bucket}/${checkedKey(key)}`;
    const { body, headers, limitMs = timeoutMs } = init;
    const response = await client.fetch(url, {
      method,
      signal: AbortSignal.timeout(limitMs),
      ...(headers && { headers }),
      ...(body && { body: body as Uint8Array<ArrayBuffer> }),
    });
    if (response.ok) return response;
    const text = await response.text();
    if (response.status === 404) return undefined;
    throw new Error(`the file store answered ${response.status} to ${method} ${key}: ${text.slice(0, 300)}`);
  };
  const stat = async (key: string) => {
    const response = await request("HEAD", key);
    return response && described(response.headers);
  };

  return {
    async put(key, bytes, { contentType }) {
      const sha256 = sha256Hex(bytes);
      // Signing the hash makes the store itself refuse bytes damaged on the way.
      const headers = { "content-type": contentType, "x-amz-content-sha256": sha256, "x-amz-meta-sha256": sha256 };
      const response = await request("PUT", key, { body: bytes, headers });
      if (!response) throw new Error(`the file store has no bucket "${bucket}"`);
      return { sha256, size: bytes.length, contentType };
    },
    async get(key) {
      const response = await request("GET", key);
      if (!response) return undefined;
      const bytes = new Uint8Array(await response.arrayBuffer());
      const { sha256 } = described(response.headers);
      if (sha256 && sha256Hex(bytes) !== sha256) throw new Error(`the stored file ${key} is damaged: its hash is not ${sha256}`);
      return bytes;
    },
    async stream(key) {
      const response = await request("GET", key, { limitMs: downloadMs });
      return response?.body ?? undefined;
    },
    stat,
    exists: async (key) => (await stat(key)) !== undefined,
    async remove(key) {
      await request("DELETE", key);
    },
  };
}

const described = (headers: Headers): StoredFile => ({
  sha256: headers.get("x-amz-meta-sha256") ?? "",
  size: Number(headers.get("content-length") ?? 0),
  contentType: headers.get("content-type") ?? "application/octet-stream",
});
