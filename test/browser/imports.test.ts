import { expect, test } from "@playwright/test";
import { complaints, expectAccessible, expectNoSideScroll } from "./look.ts";

const csv = (rows: string[]) => ({ mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) });
for (const [language, word] of [
  [
    "fr",
    {
      send: "Examiner les colonnes",
      next: "Suivant",
      tryOut: "Lancer l’essai",
      again: "Relancer l’essai",
      run: "Importer pour de bon",
      done: "Terminé",
      undo: "Annuler cet import",
      confirm: "Retirer",
      undone: "Annulé",
    },
  ],
  [
    "en",
    {
      send: "Look at its columns",
      next: "Next",
      tryOut: "Try it out",
      again: "Try again",
      run: "Import for real",
      done: "Completed",
      undo: "Undo this import",
      confirm: "Take them out",
      undone: "Undone",
    },
  ],
] as const) {
  test(`a file is mapped, tried out, mended, taken in and taken out again (${language})`, async ({ page }) => {
    test.setTimeout(240_000);
    const suffix = `${language}${Date.now().toString(36)}`;
    const products = { name: "produits.csv", ...csv(["product,series,sales_price", `GTX Pro ${suffix},GTX,4821`]) };
    const deals = {
      name: "affaires.csv",
      ...csv([
        "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value",
        `D1-${suffix},Noé,GTXPro ${suffix},,Won,2025-10-20,2025-12-01,1054`,
        `D2-${suffix},Noé,GTXPro ${suffix},,Lost,2025-10-25,2025-11-11,0`,
        `D3-${suffix},Noé,GTXPro ${suffix},,Wonnn,2025-10-25,2025-11-11,0`,
      ]),
    };
    const heard = complaints(page);
    const look = async (name: string) => {
      await expectAccessible(page);
      if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/imports-${language}-${name}.png` });
    };
    await page.addInitScript((chosen) => localStorage.setItem("throughline.locale", chosen), language);
    await page.goto("/sign-in");
    await page.locator(".tl-demo-person").first().click();
    await expect(page.getByRole("navigation").first()).toBeVisible();
    const send = async (kind: RegExp, file: typeof products) => {
      await page.goto("/imports/new");
      await page.getByRole("combobox").first().click();
      await page.getByRole("option", { name: kind }).click();
      await page.locator("input[type=file]").setInputFiles(file);
      await look("1-new");
      await page.getByRole("button", { name: word.send }).click();
      await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}/);
    };
    const toDryRun = async () => {
      await page.getByRole("button", { name: word.next, exact: true }).click();
      await look("3-values");
      await page.getByRole("button", { name: word.tryOut }).click();
    };
    await send(/^(Produits|Products)$/, products);
    await toDryRun();
    await page.getByRole("button", { name: word.run }).click();
    await expect(page.getByText(word.done, { exact: true }).first()).toBeVisible({ timeout: 60_000 });
    await send(/^(Affaires|Opportunities)$/, deals);
    await expect(page.getByText("deal_stage").or(page.locator('input[value="deal_stage"]')).first()).toBeVisible();
    await look("2-columns");
    await toDryRun();
    await expect(page.getByText("Wonnn")).toBeVisible();
    await look("4-dry-run");
    await page.getByRole("button", { name: new RegExp(`GTX Pro ${suffix}`) }).click();
    await page.getByRole("button", { name: word.again }).click();
    await expect(page.getByRole("button", { name: word.again })).toHaveCount(0);
    await page.getByRole("button", { name: word.run }).click();
    await expect(page.getByText(word.done, { exact: true }).first()).toBeVisible({ timeout: 60_000 });
    await look("5-done");
    const downloaded = page.waitForEvent("download");
    await page.getByRole("button", { name: /CSV/ }).click();
    expect((await downloaded).suggestedFilename()).toBe("affaires-result.csv");
    await page.goto("/reports");
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
    await look("6-reports");
    await page.goBack();
    await page.getByRole("button", { name: word.undo }).click();
    await page.getByRole("button", { name: word.confirm, exact: true }).click();
    await expect(page.getByText(word.undone, { exact: true }).first()).toBeVisible();
    await page.goto("/imports");
    await expect(page.getByText("affaires.csv").first()).toBeVisible();
    await look("7-list");
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSideScroll(page);
    expect(heard).toEqual([]);
  });
}
