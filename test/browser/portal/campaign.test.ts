import { type Browser, expect, type Page, test } from "@playwright/test";
import { staff } from "#test/story/cast.ts";
import { openScene, linkIn } from "#test/story/scene.ts";
import { complaints, expectAccessible, expectNoSideScroll } from "../look.ts";

const words = {
  fr: {
    send: "Être recontacté",
    thanks: "Merci Ada",
    confirm: "Oui, je confirme",
    done: "Merci",
    leads: /^Prospects/,
    visitors: /^Visiteurs/,
  },
  en: {
    send: "Contact me",
    thanks: "Thank you, Ada",
    confirm: "Yes, I confirm",
    done: "Thank you",
    leads: /^Leads/,
    visitors: /^Visitors/,
  },
} as const;

for (const lang of ["fr", "en"] as const) {
  test(`from a campaign link to the lead on the marketer's screen, in ${lang}`, async ({ page, browser, baseURL }) => {
    test.setTimeout(240_000);
    const say = words[lang];
    const heard = complaints(page);
    const scene = openScene({ baseUrl: baseURL!, paceMs: 0, settle: async () => {}, afterClock: async () => {}, log: () => {} });
    const marketer = await scene.as("marketer");
    const campaign = (await marketer.get("/campaigns")).rows.find((row: { slug: string }) => row.slug === "fibre-pro");
    if (campaign.status === "draft") await marketer.post(`/campaigns/${campaign.id}/launch`);
    const email = `ada-${lang}-${Date.now()}@atelier.example`;

    // the page, on a phone: read, accessible, and nothing agreed to beforehand
    await page.goto(`/p/fibre-pro?lang=${lang}&utm_source=browser-${lang}&utm_medium=social&utm_campaign=fibre-pro`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await expectNoSideScroll(page);
    const boxes = page.getByRole("checkbox");
    expect(await boxes.count()).toBe(2);
    for (const box of await boxes.all()) await expect(box).not.toBeChecked();

    // an incomplete form says what is missing, beside it, and sends nothing
    const send = page.locator("form").getByRole("button", { name: say.send });
    await send.click();
    await expect(page.locator('[name="first_name"]')).toBeFocused();
    await expect(page.locator('[name="first_name"]')).toHaveAttribute("aria-invalid", "true");
    await page.locator('[name="first_name"]').fill("Ada");
    await page.locator('[name="last_name"]').fill("Essai");
    await page.locator('[name="email"]').fill(email);
    await page.locator('[name="company"]').fill("Atelier Essai");
    await boxes.first().check();
    await send.click();
    await expect(page).toHaveURL(/\/p\/fibre-pro\/thanks$/);
    await expect(page.getByRole("heading", { level: 1, name: say.thanks })).toBeFocused();
    await expect(page.getByText(email)).toBeVisible();
    await expectAccessible(page);
    await expectNoSideScroll(page);

    // the mailbox: one press confirms, and the choice can be changed without signing in
    const mail = await scene.mail(email, /token=/);
    await page.goto(linkIn(mail, /\/p\/consent\?/));
    await expect(page.getByRole("button", { name: say.confirm })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: say.confirm }).click();
    await expect(page.getByRole("heading", { level: 1, name: say.done })).toBeFocused();
    await expectAccessible(page);
    await page.locator('a[href*="/p/preferences?token="]').click();
    await expect(page.getByRole("switch").first()).toBeChecked();
    await expectAccessible(page);
    await expectNoSideScroll(page);
    expect(heard).toEqual([]);

    await seenByTheMarketer(browser, baseURL!, lang, { campaignId: campaign.id, source: `browser-${lang}` });
  });
}

/** The first click, the form and the lead are on the campaign's record, and each figure opens what is behind it. */
async function seenByTheMarketer(
  browser: Browser,
  baseURL: string,
  lang: "fr" | "en",
  expected: { campaignId: string; source: string },
): Promise<void> {
  const context = await browser.newContext({
    baseURL,
    locale: lang === "fr" ? "fr-FR" : "en-GB",
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  const heard = complaints(page);
  await signIn(page, lang);
  await page.goto(`/campaigns/${expected.campaignId}?lang=${lang}`);
  await expect(page.getByRole("cell", { name: new RegExp(`^${expected.source}`) })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: words[lang].leads }).first().click();
  await expect(page.getByRole("dialog").getByText("Ada Essai").first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: words[lang].visitors }).first().click();
  await expect(page.getByRole("dialog").getByText("/p/fibre-pro").first()).toBeVisible();
  if (lang === "fr")
    for (const address of ["/campaigns/new", "/campaigns/forms/new", "/campaigns/nurture"]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.locator(".mantine-Skeleton-root")).toHaveCount(0);
      await expectAccessible(page);
    }
  expect(heard).toEqual([]);
  await context.close();
}

async function signIn(page: Page, lang: string): Promise<void> {
  await page.goto(`/sign-in?lang=${lang}`);
  await page.locator(".tl-demo-person", { hasText: staff.marketer.name }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}
