import { ORPCError } from "@orpc/server";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Refusal } from "../errors.ts";

/** The most an operation takes in: JSON and text, and a form with a file (the largest file of any contract, plus its envelope). */
export const textLimitBytes = 2_000_000;
export const formLimitBytes = 51_000_000;

/** Reads the bodies of operations, never more than their limit: JSON, text and forms with files. Refuses what is not one. */
export function parseBodies(server: FastifyInstance): void {
  server.removeContentTypeParser(["application/json", "text/plain"]);
  server.addContentTypeParser(
    "*",
    { bodyLimit: formLimitBytes },
    async (request: FastifyRequest, payload: NodeJS.ReadableStream) => {
      const type = request.headers["content-type"] ?? "application/json";
      const isForm = type.startsWith("multipart/form-data");
      const bytes = await readUpTo(request, payload, isForm ? formLimitBytes : textLimitBytes);
      if (isForm)
        return new Response(bytes, { headers: { "content-type": type } })
          .formData()
          .catch(() => refuseBody("not a readable form"));
      const text = bytes.toString("utf8");
      if (type.startsWith("text/plain")) return text;
      if (!type.startsWith("application/json")) throw new Refusal("input.not_understood", { type: type.slice(0, 80) });
      if (text.trim() === "") return undefined;
      try {
        return JSON.parse(text) as unknown;
      } catch (error) {
        return refuseBody(`not valid JSON: ${(error as Error).message}`);
      }
    },
  );
}

const refuseBody = (message: string): never => {
  throw new ORPCError("BAD_REQUEST", { message });
};

function readUpTo(request: FastifyRequest, payload: NodeJS.ReadableStream, limitBytes: number): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const tooLarge = () => reject(new Refusal("input.too_large", { limitBytes }));
    if (Number(request.headers["content-length"] ?? 0) > limitBytes) return tooLarge();
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limitBytes) {
        payload.removeListener("data", take); // leaving the stream whole lets the answer still be sent
        payload.pause();
        return tooLarge();
      }
      chunks.push(chunk);
    };
    payload.on("data", take);
    payload.on("end", () => resolve(Buffer.concat(chunks)));
    payload.on("error", reject);
  });
}
