import { lookup } from "node:dns/promises";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import { isPrivateAddress } from "./private-address.ts";

export interface PostAnswer {
  status: number | null;
  body: string;
  error: string | null;
  /** Seconds the receiver asked us to wait. */
  retryAfterSeconds: number | null;
  tookMs: number;
}

const timeoutMs = 15_000;
const keptBodyBytes = 2_000;

/**
 * Posts JSON to someone else's server: no redirects, 15 seconds, and only a little of the answer is read. The name is
 * looked up by us and the connection made to that very address, so that a name cannot point elsewhere after the check.
 */
export async function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  options: { allowPrivate: boolean },
): Promise<PostAnswer> {
  const begun = performance.now();
  const done = (answer: Partial<PostAnswer>): PostAnswer => ({
    status: null,
    body: "",
    error: null,
    retryAfterSeconds: null,
    ...answer,
    tookMs: Math.round(performance.now() - begun),
  });
  try {
    const target = new URL(url);
    const host = target.hostname.replace(/^\[|\]$/g, "");
    const address = isIP(host) ? { address: host, family: isIP(host) } : await lookup(host);
    if (!options.allowPrivate && isPrivateAddress(address.address)) return done({ error: `${host} leads to a private address` });
    return done(await send(target, address, body, headers));
  } catch (error) {
    return done({ error: error instanceof Error ? error.message.slice(0, 300) : "failed" });
  }
}

function send(
  target: URL,
  address: { address: string; family: number },
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Partial<PostAnswer>> {
  const open = target.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = open(
      target,
      {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          "user-agent": "Throughline-Webhooks/1",
          ...headers,
        },
        signal: AbortSignal.timeout(timeoutMs),
        lookup: (_host, lookupOptions, found) =>
          lookupOptions.all
            ? (found as (error: null, all: { address: string; family: number }[]) => void)(null, [address])
            : found(null, address.address, address.family),
      },
      (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        response.on("data", (part: Buffer) => {
          if (size < keptBodyBytes) parts.push(part);
          size += part.length;
          if (size > 1_000_000) response.destroy();
        });
        const finish = () =>
          resolve({
            status: response.statusCode ?? null,
            body: Buffer.concat(parts).subarray(0, keptBodyBytes).toString("utf8"),
            retryAfterSeconds: /^\d{1,5}$/.test(response.headers["retry-after"] ?? "")
              ? Number(response.headers["retry-after"])
              : null,
          });
        response.on("end", finish);
        response.on("close", finish);
      },
    );
    request.on("error", (error) =>
      reject(
        error.name === "AbortError" || error.name === "TimeoutError"
          ? new Error(`no answer within ${timeoutMs / 1000} seconds`)
          : error,
      ),
    );
    request.end(body);
  });
}
