import { expect, test } from "@playwright/test";
import { complaints, expectAccessible, expectNoSideScroll } from "./look.ts";

for (const { locale, colorScheme, width } of [
  { locale: "en-GB", colorScheme: "light", width: 1320 },
  { locale: "fr-FR", colorScheme: "dark", width: 1320 },
  { locale: "fr-FR", colorScheme: "light", width: 360 },
] as const) {
  test(`every component is accessible: ${locale}, ${colorScheme}, ${width} px`, async ({ browser }) => {
    const context = await browser.newContext({ locale, colorScheme, reducedMotion: "reduce", viewport: { width, height: 800 } });
    const page = await context.newPage();
    const heard = complaints(page);
    await page.goto("/kit");
    await expect(page.locator("html")).toHaveAttribute("lang", locale.slice(0, 2));
    await expect(page.locator(".recharts-surface").first()).toBeVisible();
    await expectAccessible(page);
    await expectNoSideScroll(page);
    expect(heard).toEqual([]);
    await context.close();
  });
}

test.describe("without a mouse", () => {
  test.use({ locale: "en-GB", reducedMotion: "reduce" } as object);

  test("rows are walked, selected, peeked at; Escape comes back", async ({ page }) => {
    const heard = complaints(page);
    await page.goto("/kit");
    await page.locator(".tl-table tbody tr").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await expect(page.getByRole("toolbar")).toContainText("2 selected");
    await page.keyboard.press("p");
    await expect(page.getByRole("dialog")).toContainText("Q-2027-00041");
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    expect(heard).toEqual([]);
  });

  test("a card changes column", async ({ page }) => {
    await page.goto("/kit");
    await page.locator(".tl-card").first().focus();
    await page.keyboard.press("Space");
    await expect(page.locator(".tl-card[data-dragging]")).toBeVisible();
    await page.keyboard.press("ArrowRight");
    await expect(page.locator(".tl-board-cards[data-over]").nth(0)).toBeVisible();
    await page.keyboard.press("Space");
    await expect(page.getByRole("region", { name: "negotiation" }).locator(".tl-card")).toHaveCount(3);
  });
});

test("the address holds the filter and the sort; Back takes them off; a saved view removed comes back", async ({ page }) => {
  await page.goto("/kit?lang=en");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("menuitem", { name: "Choose" }).click();
  await page.getByRole("checkbox", { name: "accepted" }).check();
  await expect(page).toHaveURL(/status=accepted/);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Save this view" }).click();
  await page.getByLabel("Name of the view").fill("Accepted");
  await page.keyboard.press("Enter");
  const view = page.getByRole("button", { name: "Accepted", exact: true });
  await expect(view).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Remove the view Accepted" }).click();
  await expect(view).toBeHidden();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(view).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/status=/);
});

test("the language and the colours change at once and are remembered", async ({ page }) => {
  await page.goto("/kit");
  await page.getByRole("button", { name: /^Langue/ }).click();
  await page.getByRole("menuitem", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 }).first()).toHaveText("Design kit");
  await page.getByRole("button", { name: "Dark mode" }).click();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
});
