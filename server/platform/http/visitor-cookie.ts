import type { FastifyRequest } from "fastify";
import type { Context } from "../context.ts";
import { isId } from "../ids.ts";

const name = "tl_visitor";
const days = 180;

/** The visitor id this browser sends along, if it has one. */
export function visitorOf(request: FastifyRequest): string | undefined {
  const known = request.cookies[name];
  return known && isId(known) ? known : undefined;
}

/** Gives the browser its visitor id for half a year, so that the links in our messages find it again. */
export const keepVisitor = (setCookie: Context["setCookie"], visitorId: string): void =>
  setCookie?.(name, visitorId, { expires: new Date(Date.now() + days * 86_400_000) });
