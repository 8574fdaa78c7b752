import { expect, test } from "@playwright/test";

test("the console opens on its sign-in page, without an error in the browser", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto("/");
  await expect(page.getByRole("button", { name: /se connecter|sign in/i })).toBeVisible();
  expect(errors).toEqual([]);
});
