import type pg from "pg";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Database, Tx } from "./database.ts";
import type { Documents } from "./documents/documents.ts";
import type { Files } from "./files/files.ts";
import type { Log } from "./log.ts";
import type { MailCatcher } from "./mail/mail-catcher.ts";

export type Locale = "en" | "fr";

/** The nine roles of staff. A person may hold several. */
export const roles = [
  "admin",
  "marketer",
  "seller",
  "sales_manager",
  "agent",
  "planner",
  "technician",
  "biller",
  "cx_lead",
] as const;
export type Role = (typeof roles)[number];

/** Who acts. `scope` says whose records a staff member sees where records have an owner: their own, their team's, all. */
export type Actor =
  | { kind: "staff"; id: string; name: string; roles: readonly Role[]; teamId: string | null; scope: "own" | "team" | "all" }
  | { kind: "customer"; id: string; contactId: string; customerId: string | null; level: "link" | "full" }
  | { kind: "visitor"; id: string }
  | { kind: "system"; id: string };

/** What the whole installation shares: opened once at start, closed at the end. */
export interface App {
  config: Config;
  secret: string;
  pool: pg.Pool;
  db: Database;
  clock: Clock;
  log: Log;
  files: Files;
  documents: Documents;
  /** Where mail is sent: the organisation's server, or our own catcher when none is set. */
  smtpUrl: string;
  /** The mail catcher of demo, development and tests; absent when SMTP_URL is set. */
  catcher?: MailCatcher;
}

/** What one request, reaction or timed run knows. Pass it as `ctx`; commands read time, actor and language only from here. */
export interface Context {
  readonly app: App;
  readonly actor: Actor;
  readonly now: Date;
  readonly locale: Locale;
  readonly requestId: string;
  /** The event this work reacts to; unset when a person acts. */
  readonly cause?: { eventId: string; correlationId: string } | undefined;
  readonly idempotency?: { key: string; operation: string; inputHash: string } | undefined;
  /** The transaction already open, when a command calls another. */
  readonly tx?: Tx | undefined;
  /** Address and browser of the person, kept as proof with consents and signatures. */
  readonly origin?: { ip: string; userAgent: string } | undefined;
  /** Gives the caller's browser a cookie; unset where there is no browser. */
  readonly setCookie?: ((name: string, value: string, options: { expires: Date }) => void) | undefined;
}

/** Where to read: the open transaction if there is one, else the pool. */
export const reader = (ctx: Context): Database => ctx.tx ?? ctx.app.db;
