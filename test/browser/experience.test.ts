import { expect, type Page, test } from "@playwright/test";
import { demoPassword, staff } from "#test/story/cast.ts";
import { sceneOnServer } from "#test/story/on-server.ts";
import { complaints, expectAccessible } from "./look.ts";

const words = {
  fr: {
    note: "Noter un avis",
    site: /^Site/,
    stars: "4 sur 5",
    text: /^Avis/,
    author: /^Auteur/,
    account: /^Compte/,
    submit: "Le noter",
    start: /^Lancer Garder le client/,
    forAccount: /^Pour quel compte/,
    reason: /^Motif/,
    go: "Lancer",
    edit: /^Modifier Garder le client/,
    save: "Enregistrer",
    changed: "Le plan d’action est modifié.",
    reward: "Modifier la récompense",
    rewarded: "La récompense est modifiée.",
    policy: "À quelle fréquence interroger une même personne",
    limited: "C’est modifié : cela vaut dès maintenant.",
    rules: "Ce qui déclenche une action",
    standing: "Qui en est là aujourd’hui",
  },
  en: {
    note: "Note a review",
    site: /^Site/,
    stars: "4 of 5",
    text: /^Review/,
    author: /^Author/,
    account: /^Account/,
    submit: "Note it",
    start: /^Start Keep the customer/,
    forAccount: /^For which account/,
    reason: /^Why/,
    go: "Start",
    edit: /^Change Keep the customer/,
    save: "Save",
    changed: "The playbook is changed.",
    reward: "Change the reward",
    rewarded: "The reward is changed.",
    policy: "How often one person may be asked",
    limited: "Changed: it counts from now on.",
    rules: "What starts an action by itself",
    standing: "Who stands here now",
  },
} as const;

async function signIn(page: Page, language: string): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem("throughline.locale", chosen), language);
  await page.goto("/sign-in");
  const origin = new URL(page.url()).origin;
  const data = { email: staff.cx_lead.email, password: demoPassword };
  const answer = await page.request.post("/api/auth/sign-in/email", { data, headers: { origin } });
  expect(answer.ok()).toBe(true);
}

/** The account the test made, chosen in a field by typing its name. */
async function choose(page: Page, label: RegExp, name: string): Promise<void> {
  const field = page.getByRole("dialog").getByRole("combobox", { name: label }).last();
  await field.fill(name);
  await page.getByRole("option", { name }).click();
}

for (const language of ["fr", "en"] as const) {
  const word = words[language];
  test(`reviews, playbooks and the rules of asking and rewarding are worked with by hand (${language})`, async ({ page }) => {
    test.setTimeout(180_000);
    const heard = complaints(page);
    const mark = `${language}${Date.now().toString(36)}`;
    const name = `Atelier ${mark}`;
    const scene = await sceneOnServer(process.env.THROUGHLINE_TEST_URL ?? "", { paceMs: 0, log: () => {} });
    await (await scene.as("seller")).post("/customers", { kind: "company", name });
    await signIn(page, language);
    const dialog = page.getByRole("dialog");

    await page.goto("/reviews");
    await page.getByRole("button", { name: word.note }).first().click();
    await dialog.getByLabel(word.site).fill(`avis-${mark}.example`);
    await dialog.getByRole("radio", { name: word.stars }).press("Space");
    await dialog.getByRole("textbox", { name: word.text }).fill(`Simple ${mark}`);
    await dialog.getByLabel(word.author).fill("Ada");
    await choose(page, word.account, name);
    await expectAccessible(page);
    await dialog.getByRole("button", { name: word.submit }).click();
    await expect(dialog).toBeHidden();
    const row = page.getByRole("row").filter({ hasText: `Simple ${mark}` });
    await expect(row.getByRole("link", { name })).toBeVisible();
    await expectAccessible(page);

    await page.goto("/playbooks");
    await page.getByRole("button", { name: word.start }).click();
    await choose(page, word.forAccount, name);
    await dialog.getByLabel(word.reason).fill(`By hand ${mark}`);
    await expectAccessible(page);
    await dialog.getByRole("button", { name: word.go, exact: true }).click();
    await expect(page.getByText(`By hand ${mark}`)).toBeVisible();
    await page.getByRole("button", { name: word.edit }).click();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: word.save }).click();
    await expect(page.getByText(word.changed)).toBeVisible();

    await page.goto("/loyalty");
    await page.getByRole("button", { name: word.reward }).click();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: word.save }).click();
    await expect(page.getByText(word.rewarded)).toBeVisible();

    await page.goto("/surveys");
    await page.getByRole("button", { name: word.policy }).click();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: word.save }).click();
    await expect(page.getByText(word.limited)).toBeVisible();

    await page.goto("/kpis");
    await expect(page.getByRole("region", { name: word.rules })).toBeVisible();
    await expectAccessible(page);
    await page.goto("/journey-map");
    await page.locator(".tl-chevron").first().click();
    await expect(page.getByRole("heading", { name: word.standing })).toBeVisible();
    await expectAccessible(page);
    expect(heard).toEqual([]);
  });
}
