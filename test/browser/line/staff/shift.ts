import { type Browser, expect } from "@playwright/test";
import type { Role } from "#platform/context.ts";
import { firstMonday } from "#test/story/first-monday.ts";
import { sceneOnServer } from "#test/story/on-server.ts";
import type { Scene } from "#test/story/scene.ts";
import { type Desk, sitDown } from "./desk.ts";
import { type Language, type Say, wordsOf } from "./words.ts";

/** One customer's way through the company, as the staff lives it: who buys, and what was made so far. */
export interface Shift {
  language: Language;
  say: Say;
  scene: Scene;
  /** Somebody's own screen; it stays open, so that what others do shows on it by itself. */
  desk(role: Role): Promise<Desk>;
  customer: { firstName: string; lastName: string; email: string; company: string; siren: string; phone: string };
  address: { line1: string; postcode: string; city: string; country: string };
  made: { customerId: string; opportunityId: string; quoteId: string; orderId: string; visitId: string; invoiceId: string };
  /** Everyone goes home; nobody's browser had anything to complain about. */
  end(): Promise<void>;
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** Begins on the first Monday of a month, in office hours, with a customer nobody knows yet. */
export async function beginShift(browser: Browser, language: Language): Promise<Shift> {
  const baseURL = process.env.THROUGHLINE_TEST_URL ?? "";
  const say = wordsOf(language);
  const scene = await sceneOnServer(baseURL, { paceMs: 0, log: () => {} });
  await scene.moveTo(firstMonday(await scene.now()));
  const tag = `${language}${Date.now().toString(36)}`;
  const desks = new Map<Role, Promise<Desk>>();
  return {
    language,
    say,
    scene,
    desk(role) {
      const open =
        desks.get(role) ?? sitDown(browser, { role, language, say, baseURL, ...(role === "technician" && { more: phone }) });
      desks.set(role, open);
      return open;
    },
    customer: {
      firstName: "Robin",
      lastName: tag,
      email: `robin@maison-${tag}.example`,
      company: `Maison ${tag}`,
      siren: aSiren(),
      phone: "+33 6 00 00 00 00",
    },
    address: { line1: "12 rue du Port", postcode: "13002", city: "Marseille", country: "FR" },
    made: { customerId: "", opportunityId: "", quoteId: "", orderId: "", visitId: "", invoiceId: "" },
    async end() {
      for (const open of desks.values()) {
        const { page, heard } = await open;
        await page.context().close();
        expect(heard).toEqual([]);
      }
    },
  };
}

/** The smallest photo there is. */
export const photo = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** A company number nobody has yet: eight digits of the clock and the one that makes them add up (Luhn). */
function aSiren(): string {
  const digits = String(Date.now()).slice(-8);
  const sum = [...digits].toReversed().reduce((all, digit, at) => {
    const weighted = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return all + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
