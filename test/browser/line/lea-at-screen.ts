import { type Browser, expect, type Page } from "@playwright/test";
import { lea } from "#test/story/cast.ts";
import { codeIn, type Scene } from "#test/story/scene.ts";
import { complaints, expectAccessible, expectNoSideScroll } from "../look.ts";
import { expectOneLanguage, foreignWordsIn } from "../one-language.ts";
import { textOfPdf } from "../pdf-text.ts";
import { type Words, wordsOf } from "../words.ts";
import { answers, type Answers } from "./answers.ts";
import type { Life } from "./life.ts";
import { settled } from "./look-around.ts";

/** Léa in front of her screen: what she reads, does and opens, in the language and colours she lives in. */
export interface LeaAtScreen {
  page: Page;
  words: Words;
  her: Answers;
  /** The pages she has looked at, by path. */
  seen: string[];
  /** What her browser complained about. */
  heard: string[];
  /** What is on the screen holds: accessible, no wider than the screen, in her language and colours. */
  look: () => Promise<void>;
  press: (button: string) => Promise<void>;
  /** Opens a document by its link and reads it: it holds these words, and none of the other language. */
  readPdf: (link: string, holding: string[]) => Promise<void>;
  /** Signs in by a fresh code, as weeks may have passed, and goes where she wants. */
  comeBack: (to: string) => Promise<void>;
}

export async function leaAtScreen(browser: Browser, scene: Scene, life: Life, baseURL: string): Promise<LeaAtScreen> {
  const [words, her] = [await wordsOf(life.language), answers[life.language]];
  const context = await browser.newContext({
    baseURL,
    viewport: life.viewport,
    hasTouch: life.viewport.width < 600,
    locale: her.browser,
    colorScheme: life.colours,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const seen: string[] = [];

  async function look(): Promise<void> {
    await settled(page);
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", life.colours);
    seen.push(new URL(page.url()).pathname);
    await keepPicture(page, `lea-${life.language}-${String(seen.length).padStart(2, "0")}`);
    await expectOneLanguage(page, life.language);
    await expectAccessible(page);
    await expectNoSideScroll(page);
  }
  async function readPdf(link: string, holding: string[]): Promise<void> {
    const address = await page.getByRole("link", { name: link }).first().getAttribute("href");
    const answer = await page.request.get(address!);
    expect(answer.headers()["content-type"]).toContain("application/pdf");
    const text = textOfPdf(await answer.body());
    for (const part of holding) expect(plainSpaces(text)).toContain(plainSpaces(part));
    expect(foreignWordsIn(text, life.language)).toEqual([]);
  }
  async function press(name: string): Promise<void> {
    await page.getByRole("button", { name, exact: true }).click();
  }
  async function comeBack(to: string): Promise<void> {
    await context.clearCookies({ name: /portal/ });
    await page.goto(`/portal/sign-in?next=${encodeURIComponent(to)}`);
    await page.getByLabel(words.say("portal:access.email")).fill(lea.email);
    await press(words.say("portal:access.send"));
    await expect(page.getByRole("status")).toContainText(lea.email);
    await look();
    await scene.settle();
    await page
      .getByRole("group", { name: words.say("portal:access.code") })
      .getByRole("textbox")
      .first()
      .click();
    await page.keyboard.type(codeIn(await scene.mail(lea.email, words.like("mail:portal.code.subject"))));
    await expect(page).toHaveURL((url) => url.pathname === to); // not the address of the sign-in page, which names it too
  }
  return { page, words, her, seen, heard: complaints(page), look, press, readPdf, comeBack };
}

const plainSpaces = (text: string): string => text.replace(/\s/g, " ");

/** SCREENSHOTS=<folder> keeps what she saw, for people to look at. */
async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true });
}
