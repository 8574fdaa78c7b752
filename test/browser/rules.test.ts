import { expect, type Page, test } from "@playwright/test";
import { staff } from "#test/story/cast.ts";
import { complaints, expectAccessible, expectNoSideScroll } from "./look.ts";

/** Decision tables in the console: read, tried, changed with the server looking at every cell. Nothing is saved here. */
const words = {
  fr: {
    list: "Règles de décision",
    name: "Qui doit valider un devis",
    discount: "Remise accordée par le vendeur (%)",
    margin: "Marge (%)",
    run: "Que déciderait-elle ?",
    answer: "Valideur : Administration",
    edit: "Modifier les règles",
    add: "Ajouter une règle",
    cell: /Règle 4\s: Remise/,
    fault: /aucune colonne ne s’appelle «\sbeaucoup\s»/,
    save: "Enregistrer comme version",
    late: /règle 4 ne fait que redire ce que dit la règle 1/,
    reasons: [/Règle 4\s: pourquoi, en anglais/, /Règle 4\s: pourquoi, en français/],
    cancel: "Annuler",
  },
  en: {
    list: "Decision rules",
    name: "Who must approve a quote",
    discount: "Discount given by the seller (%)",
    margin: "Margin (%)",
    run: "What would it decide?",
    answer: "Approver: Administrator",
    edit: "Change the rules",
    add: "Add a rule",
    cell: /Rule 4: Discount/,
    fault: /no column is called “beaucoup”/,
    save: "Save as version",
    late: /Rule 4 only says again what rule 1 says/,
    reasons: [/Rule 4: why, in English/, /Rule 4: why, in French/],
    cancel: "Cancel",
  },
};

async function signIn(page: Page, role: keyof typeof staff): Promise<void> {
  await page.goto("/sign-in");
  await page.locator(".tl-demo-person", { hasText: staff[role].name }).click();
  await expect(page.getByRole("navigation").first()).toBeVisible();
}

for (const language of ["fr", "en"] as const) {
  test(`a decision table is read, tried and changed with every cell looked at (${language})`, async ({ page }) => {
    test.setTimeout(120_000);
    const t = words[language];
    const heard = complaints(page);
    await page.emulateMedia({ colorScheme: language === "en" ? "dark" : "light" });
    await page.addInitScript((wanted) => localStorage.setItem("throughline.locale", wanted), language);
    await signIn(page, "admin");
    await page.getByRole("link", { name: t.list }).click();
    await expect(page.getByRole("heading", { level: 1, name: t.list })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: t.name }).click();
    await expect(page.getByRole("heading", { level: 1, name: t.name })).toBeVisible();
    await expect(page.locator("tbody tr")).toHaveCount(3);

    await page.getByRole("textbox", { name: t.discount, exact: true }).fill("27,5");
    await page.getByRole("textbox", { name: t.margin, exact: true }).fill("40");
    await page.getByRole("button", { name: t.run }).click();
    await expect(page.getByText(t.answer)).toBeVisible();
    await expect(page.locator("tr[data-fired]")).toHaveCount(2);
    await expectAccessible(page);

    await page.getByRole("button", { name: t.edit }).click();
    await page.getByRole("button", { name: t.add }).click();
    await page.getByRole("textbox", { name: t.cell }).fill("> beaucoup");
    await expect(page.locator("td").getByText(t.fault)).toBeVisible();
    await expect(page.getByRole("button", { name: t.save })).toBeDisabled();
    await expectAccessible(page);
    await page.getByRole("textbox", { name: t.cell }).fill("> 12");
    for (const reason of t.reasons) await page.getByRole("textbox", { name: reason }).fill("test");
    await expect(page.getByText(t.late)).toBeVisible();
    await expect(page.getByRole("button", { name: t.save })).toBeEnabled();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSideScroll(page);
    await page.getByRole("button", { name: t.cancel }).click();
    await expect(page.locator("tbody tr")).toHaveCount(3);
    expect(heard).toEqual([]);
  });
}

test("who may only read decision tables is offered no change", async ({ page }) => {
  await signIn(page, "seller");
  await page.goto("/rules/quote_validity");
  await expect(page.getByRole("heading", { level: 1, name: "Durée de validité d’un devis" })).toBeVisible();
  await expect(page.getByRole("button", { name: words.fr.edit })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Importer du DMN" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Exporter en DMN" })).toBeVisible();
});
