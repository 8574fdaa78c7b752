import { expect, test } from "@playwright/test";
import { complaints, expectAccessible, expectNoSideScroll } from "../look.ts";

test("a visitor is asked for an address, then a code; the page fits the smallest phone", async ({ page }) => {
  const heard = complaints(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/portal/invoices");
  await expect(page).toHaveURL(/\/portal\/sign-in\?next=/);
  await expectAccessible(page);
  await expectNoSideScroll(page);
  await page.getByLabel(/adresse e-mail/).fill("nobody@nowhere.example");
  await page.getByRole("button", { name: "Recevoir un code" }).click();
  await expect(page.getByRole("status")).toContainText("nobody@nowhere.example");
  await expectAccessible(page);
  await page.getByRole("group", { name: "Code à six chiffres" }).getByRole("textbox").first().fill("1");
  await page.keyboard.type("23456");
  await expect(page.getByRole("alert")).toBeVisible();
  expect(heard).toEqual([]);
});

test("a link that is over says so and offers the code", async ({ page }) => {
  await page.goto("/p/l/nonsense");
  await expect(page).toHaveURL(/reason=portal\.link/);
  await expect(page.getByText("Ce lien n’est plus valable")).toBeVisible();
});
