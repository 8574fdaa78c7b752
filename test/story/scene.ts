/** The world the story plays in: the same steps run against a test server and against a server people watch. */
import { demoPassword, staff } from "./cast.ts";
import { type Person, personAt } from "./client.ts";
import type { Role } from "#platform/context.ts";

export interface Scene {
  /** Says what happens, at a pace someone can follow. */
  say(step: number, text: string): Promise<void>;
  /** Someone of the staff, signed in. */
  as(role: Role): Promise<Person>;
  visitor(): Person;
  /** Lets every reaction to what happened take effect. */
  settle(): Promise<void>;
  /** Moves the demo clock forward; what is due happens. */
  advance(time: { minutes?: number; hours?: number; days?: number }): Promise<void>;
  moveTo(at: Date): Promise<void>;
  now(): Promise<Date>;
  /** The newest mail to someone whose subject or text matches. */
  mail(to: string, matching: RegExp): Promise<Mail>;
  /** Every mail to someone that matches, newest first. */
  mails(to: string, matching: RegExp): Promise<Mail[]>;
}

export interface Mail {
  id: string;
  subject: string;
  text: string;
  html: string;
  attachments: { name: string; sizeBytes: number }[];
}

export interface SceneOptions {
  baseUrl: string;
  paceMs: number;
  settle(): Promise<void>;
  /** Called after the clock moved. */
  afterClock(): Promise<void>;
  log(line: string): void;
}

export function openScene(options: SceneOptions): Scene {
  const { baseUrl } = options;
  const signedIn = new Map<Role, Promise<Person>>();
  const as = (role: Role) => {
    const known = signedIn.get(role);
    if (known) return known;
    const entering = (async () => {
      const person = personAt(baseUrl, "console");
      await person.post("/auth/sign-in/email", { email: staff[role].email, password: demoPassword });
      return person;
    })();
    signedIn.set(role, entering);
    return entering;
  };
  const moveClock = async (body: Record<string, unknown>) => {
    await (await as("admin")).post("/demo/clock", body);
    await options.afterClock();
  };
  const mailsTo = async (to: string, matching: RegExp): Promise<Mail[]> => {
    const admin = await as("admin");
    const { rows } = await admin.get("/demo/mail", { to, limit: 50 });
    const all: Mail[] = [];
    for (const row of rows) all.push(await admin.get(`/demo/mail/${encodeURIComponent(row.id)}`));
    return all.filter((mail) => matching.test(mail.subject) || matching.test(mail.text));
  };
  return {
    async say(step, text) {
      options.log(`${String(step).padStart(2)}. ${text}`);
      if (options.paceMs > 0) await new Promise((resolve) => setTimeout(resolve, options.paceMs));
    },
    as,
    visitor: () => personAt(baseUrl, "portal"),
    settle: options.settle,
    advance: ({ minutes = 0, hours = 0, days = 0 }) => moveClock({ advanceMinutes: minutes + hours * 60 + days * 1_440 }),
    moveTo: (at) => moveClock({ to: at.toISOString() }),
    now: async () => new Date((await (await as("admin")).get("/status")).now),
    async mail(to, matching) {
      for (let tries = 0; tries < 60; tries += 1) {
        const [newest] = await mailsTo(to, matching);
        if (newest) return newest;
        await options.settle();
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`no mail to ${to} matches ${matching}`);
    },
    mails: mailsTo,
  };
}

/** The first link of a mail whose address or path matches. */
export function linkIn(mail: { text: string; html: string }, matching: RegExp): string {
  const found = [...`${mail.html} ${mail.text}`.matchAll(/https?:\/\/[^\s"'<>)\]]+/g)]
    .map((match) => match[0].replaceAll("&amp;", "&"))
    .find((url) => matching.test(url));
  if (!found) throw new Error(`the mail holds no link matching ${matching}`);
  return found;
}

/** The six digits of a one-time code. */
export function codeIn(mail: { text: string }): string {
  const found = /(?<!\d)(\d{3}[\s\u00a0\u202f]?\d{3})(?!\d)/.exec(mail.text);
  if (!found) throw new Error("the mail holds no code");
  return found[1]!.replace(/\D/g, "");
}
