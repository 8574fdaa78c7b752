import { oc } from "@orpc/contract";
import { z } from "zod";

/** Who may call an operation: staff with a permission, a customer of the portal (own data only), or anyone. */
export type OperationMeta =
  | { audience: "staff"; permission: string; writes?: false }
  | { audience: "customer" }
  | { audience: "public" };

/** `staff("send quotes")`: the permission is a sentence declared in the module. */
export const staff = (permission: string) => oc.$meta<OperationMeta>({ audience: "staff", permission });
/** As `staff`, for questions too long for an address: asked by POST, they change nothing and are no entry of the audit trail. */
export const staffAsks = (permission: string) => oc.$meta<OperationMeta>({ audience: "staff", permission, writes: false });
/** Portal customers; the handler must read the customer from `ctx.actor`, never from the input. */
export const customer = () => oc.$meta<OperationMeta>({ audience: "customer" });
/** Anyone, signed in or not. Keep these few and limited. */
export const open = () => oc.$meta<OperationMeta>({ audience: "public" });

/** The shapes every contract shares. */
export const id = z.uuid();
export const ok = z.object({ id });
/** Whole minor units (cents). Digits in JSON, bigint in code. */
export const minor = z.bigint();
export const currency = z.string().regex(/^[A-Z]{3}$/, "three capital letters, e.g. EUR");
export const day = z.iso.date();
export const instant = z.date();
export const locale = z.enum(["en", "fr"]);
export const email = z.email().max(254);
/** Text people type: trimmed, bounded, no control characters. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/, "no control characters");
export const requiredText = (max: number) => text(max).min(1);

/** One page of a list: at most 200 rows, and where the next page starts. */
export const pageInput = { cursor: z.string().max(400).optional(), limit: z.number().int().min(1).max(200).default(50) };
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), nextCursor: z.string().nullable() });
