import { expect, test } from "@playwright/test";
import { complaints, expectAccessible, expectNoSideScroll } from "./look.ts";

for (const group of ["Accueil", "Front office", "CPQ", "Back office", "Expérience", "Réglages"]) {
  test(`signed in, every area of "${group}" opens, in French, accessible, without a complaint`, async ({ page }) => {
    test.setTimeout(180_000);
    const heard = complaints(page);
    await page.goto("/status?lang=fr");
    await expect(page).toHaveURL(/sign-in/);
    await page.locator(".tl-demo-person").first().click();
    await expect(page).toHaveURL(/\/status/);
    const links = page.getByRole("region", { name: group }).getByRole("link");
    await expect(links.first()).toBeVisible();
    const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
    for (const address of addresses) {
      await links.and(page.locator(`[href="${address}"]`)).click();
      await expect(page).toHaveURL(new RegExp(`${address}(\\?|$)`));
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
    }
    expect(heard).toEqual([]);
  });
}

test("Ctrl K goes anywhere; on a phone the menu does", async ({ page }) => {
  await page.goto("/sign-in");
  await page.locator(".tl-demo-person").first().click();
  await expect(page.getByRole("navigation").first()).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.getByRole("textbox", { name: /Rechercher/ }).fill("factures");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/invoices/);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSideScroll(page);
  await page.getByRole("button", { name: "Ouvrir le menu" }).click();
  await page.getByRole("link", { name: "Commandes" }).click();
  await expect(page).toHaveURL(/\/orders/);
});
