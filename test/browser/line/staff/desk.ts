import { type Browser, type BrowserContextOptions, expect, type Locator, type Page } from "@playwright/test";
import { staff } from "#test/story/cast.ts";
import type { Role } from "#platform/context.ts";
import { complaints, expectAccessible, expectNoSideScroll } from "../../look.ts";
import { settled } from "../look-around.ts";
import type { Language, Say } from "./words.ts";

/** Somebody of the staff at their own screen, signed in, in their language. */
export interface Desk {
  page: Page;
  /** What the browser complained about; empty at the end. */
  heard: string[];
  /** Opens an address and waits until everything is there. */
  go(path: string): Promise<void>;
  /** A button, a link or a field by the words on it; in the whole page, or in a part of it. */
  button(key: string, values?: Record<string, string | number>, within?: Locator): Locator;
  link(key: string, values?: Record<string, string | number>, within?: Locator): Locator;
  field(key: string, values?: Record<string, string | number>, within?: Locator): Locator;
  /** The dialog that is open. */
  dialog(): Locator;
  /** A titled block of a page. */
  panel(key: string, values?: Record<string, string | number>): Locator;
  /** The one thing a list was searched for, opened by its link. */
  find(list: string, words: string): Promise<void>;
  /** The address of the record on the screen ends in its id. */
  id(): string;
  /** Nothing on the screen now is out of reach for anyone. */
  look(): Promise<void>;
}

export async function sitDown(
  browser: Browser,
  options: { role: Role; language: Language; say: Say; baseURL: string; more?: BrowserContextOptions },
): Promise<Desk> {
  const { role, language, say } = options;
  const context = await browser.newContext({
    baseURL: options.baseURL,
    locale: language === "fr" ? "fr-FR" : "en-GB",
    timezoneId: "Europe/Paris",
    ...options.more,
  });
  await context.addInitScript((chosen) => localStorage.setItem("throughline.locale", chosen), language);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const heard = complaints(page);
  await page.goto("/sign-in");
  await page.locator(".tl-demo-person", { hasText: staff[role].name }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(staff[role].name.split(" ")[0]!);
  const named =
    (kind: "button" | "link" | "textbox") => (key: string, values?: Record<string, string | number>, within?: Locator) =>
      (within ?? page).getByRole(kind, { name: say(key, values), exact: true });
  return {
    page,
    heard,
    async go(path) {
      await page.goto(path);
      await settled(page);
    },
    button: named("button"),
    link: named("link"),
    field: named("textbox"),
    dialog: () => page.getByRole("dialog"),
    panel: (key, values) => page.getByRole("region", { name: say(key, values), exact: true }),
    async find(list, words) {
      await page.goto(`${list}?q=${encodeURIComponent(words)}`);
      await settled(page);
      await page.getByRole("row").filter({ hasText: words }).first().getByRole("link").first().click();
      await expect(page).toHaveURL(new RegExp(`${list}/[0-9a-f-]{36}`));
      await settled(page);
    },
    id: () => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(page.url())![0],
    async look() {
      await settled(page);
      await expectAccessible(page);
      if (options.more?.hasTouch) await expectNoSideScroll(page);
    },
  };
}
