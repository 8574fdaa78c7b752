import { expect, type Page, test } from "@playwright/test";
import { complaints, expectAccessible, expectNoSideScroll } from "./look.ts";

const words = {
  fr: {
    newOffering: "Nouvelle offre",
    nameFr: "Nom en français",
    nameEn: "Nom en anglais",
    sku: /^Référence/,
    family: "Famille",
    draft: "Préparer l’offre",
    required: "À renseigner.",
    setPrice: "Fixer un prix",
    book: "Tarif",
    unitPrice: /^Prix unitaire/,
    savePrice: "Fixer ce prix",
    wrong: "Écrivez un montant, par exemple 12,50.",
    typed: ["12,50", "13,90"],
    shown: [/12,50\s€ par unité/, /13,90\s€ par unité/],
    publish: "Mettre en vente",
    change: /^Changer le prix/,
    edit: "Modifier",
    leadTime: "Délai en jours",
    save: "Enregistrer",
    waiting: /Modifiée depuis la version 1/,
    publishNext: "Publier la version 2",
    days: "9 jours",
    newDeal: "Nouvelle affaire",
    account: "Compte",
    deal: /^Nom/,
    value: "Valeur",
    amount: "12 500,50",
    open: "Ouvrir l’affaire",
    needAccount: "Choisissez le compte concerné.",
    worth: /12\s500,50\s€/,
  },
  en: {
    newOffering: "New offering",
    nameFr: "Name in French",
    nameEn: "Name in English",
    sku: /^SKU/,
    family: "Family",
    draft: "Draft the offering",
    required: "Fill this in.",
    setPrice: "Set a price",
    book: "Price book",
    unitPrice: /^Price of one/,
    savePrice: "Set this price",
    wrong: "Write a figure such as 12.50.",
    typed: ["12.50", "13.90"],
    shown: [/€12\.50 per unit/, /€13\.90 per unit/],
    publish: "Put on sale",
    change: /^Change the price/,
    edit: "Edit",
    leadTime: "Lead time in days",
    save: "Save",
    waiting: /Changed since version 1/,
    publishNext: "Publish version 2",
    days: "9 days",
    newDeal: "New deal",
    account: "Account",
    deal: /^Name/,
    value: "Value",
    amount: "12,500.50",
    open: "Open the deal",
    needAccount: "Choose the account this deal is with.",
    worth: /€12,500\.50/,
  },
} as const;
type Language = keyof typeof words;

async function asCamille(page: Page, language: Language): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem("throughline.locale", chosen), language);
  await page.goto("/sign-in");
  await page.locator(".tl-demo-person", { hasText: "Camille" }).click();
  await expect(page.getByRole("navigation").first()).toBeVisible();
}

for (const language of ["fr", "en"] as const) {
  const word = words[language];
  test(`an offering is drafted, priced, put on sale, changed and published again (${language})`, async ({ page }) => {
    test.setTimeout(120_000);
    const heard = complaints(page);
    const sku = `PHONE-${Date.now().toString(36).toUpperCase()}`;
    await asCamille(page, language);
    await page.goto("/catalog");
    await page.getByRole("link", { name: word.newOffering }).first().click();
    await page.getByRole("button", { name: word.draft }).click();
    await expect(page.getByText(word.required).first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("textbox", { name: word.nameFr }).fill(`Téléphone ${sku}`);
    await page.getByRole("textbox", { name: word.nameEn }).fill(`Phone ${sku}`);
    await page.getByRole("textbox", { name: word.sku }).fill(sku);
    await page.getByRole("combobox", { name: word.family }).fill("phones");
    await page.getByRole("button", { name: word.draft }).click();
    await expect(page).toHaveURL(/\/catalog\/offerings\/[0-9a-f-]{36}$/);

    await page.getByRole("button", { name: word.setPrice }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: word.book }).click();
    await page.getByRole("option").first().click();
    await dialog.getByRole("textbox", { name: word.unitPrice }).fill("x");
    await dialog.getByRole("button", { name: word.savePrice }).click();
    await expect(dialog.getByText(word.wrong)).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole("textbox", { name: word.unitPrice }).fill(word.typed[0]);
    await dialog.getByRole("button", { name: word.savePrice }).click();
    await expect(page.getByText(word.shown[0])).toBeVisible();
    await page.getByRole("button", { name: word.publish }).click();
    await page.getByRole("button", { name: word.change }).click();
    await dialog.getByRole("textbox", { name: word.unitPrice }).fill(word.typed[1]);
    await dialog.getByRole("button", { name: word.savePrice }).click();
    await expect(page.getByText(word.shown[1])).toBeVisible();
    await expect(page.getByText(word.shown[0])).toBeHidden();

    await page.getByRole("link", { name: word.edit, exact: true }).click();
    await page.getByRole("textbox", { name: word.leadTime }).fill("9");
    await page.getByRole("button", { name: word.save, exact: true }).click();
    await expect(page.getByText(word.waiting)).toBeVisible();
    await expectNoSideScroll(page);
    await page.getByRole("button", { name: word.publishNext }).click();
    await expect(page.getByText(word.waiting)).toBeHidden();
    await expect(page.getByText(word.days, { exact: true })).toBeVisible();
    await expectAccessible(page);
    expect(heard).toEqual([]);
  });

  test(`a deal is opened by hand from the board (${language})`, async ({ page }) => {
    test.setTimeout(90_000);
    const heard = complaints(page);
    const name = `Second shop ${Date.now().toString(36)}`;
    await asCamille(page, language);
    const made = await page.request.post("/api/customers", {
      data: { kind: "company", name: `Atelier ${name}` },
      headers: { origin: new URL(page.url()).origin },
    });
    expect(made.ok()).toBe(true);
    await page.goto("/opportunities/board");
    await page.getByRole("link", { name: word.newDeal }).click();
    await page.getByRole("button", { name: word.open }).click();
    await expect(page.getByText(word.needAccount)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("combobox", { name: word.account }).fill(name);
    await page.getByRole("option", { name: `Atelier ${name}` }).click();
    await page.getByRole("textbox", { name: word.deal }).fill(name);
    await page.getByRole("textbox", { name: word.value }).fill(word.amount);
    await page.getByRole("button", { name: word.open }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page.getByText(word.worth).first()).toBeVisible();
    await expectAccessible(page);
    expect(heard).toEqual([]);
  });
}
