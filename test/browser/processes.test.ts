import { expect, type Page, test } from "@playwright/test";
import { complaints, expectAccessible, expectNoSideScroll } from "./look.ts";

const words = {
  fr: {
    graph: "Ce qui suit quoi",
    asTable: "Afficher en tableau",
    variants: "Parcours",
    way: "Parcours 1",
    conformance: "Conformité",
    intended: "Comme il est prévu",
    waits: "Attentes et reprises",
    funnel: "Entonnoir",
    by: "Détail par",
    source: "Source",
    bySource: "Étape par étape, par Source",
    back: "Retour aux dossiers",
    notePain: "Noter un irritant",
    hurts: ["Ce qui gêne (français)", "Ce qui gêne (anglais)"],
    save: "Enregistrer",
    solved: "C’est réglé",
    what: /Qu’est-ce qui l’a supprimé/,
    ended: "Montrer ce qui est fini",
    addTheme: "Ajouter un thème",
    name: ["Nom en français", "Nom en anglais"],
    saved: "Le thème est enregistré.",
    phrases: "Du nouveau dans ce que l’on dit",
  },
  en: {
    graph: "What follows what",
    asTable: "Show as table",
    variants: "Ways through",
    way: "Way 1",
    conformance: "As meant?",
    intended: "As it is meant to run",
    waits: "Waits and rework",
    funnel: "Funnel",
    by: "Broken down by",
    source: "Source",
    bySource: "Step by step by Source",
    back: "Back to the cases",
    notePain: "Note a pain point",
    hurts: ["What hurts (French)", "What hurts (English)"],
    save: "Save",
    solved: "Solved",
    what: /What solved it/,
    ended: "Show what has ended",
    addTheme: "Add a theme",
    name: ["Name in French", "Name in English"],
    saved: "The theme is saved.",
    phrases: "New in what people say",
  },
} as const;
type Language = keyof typeof words;

async function asAdmin(page: Page, language: Language): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem("throughline.locale", chosen), language);
  await page.goto("/sign-in");
  await page.locator(".tl-demo-person", { hasText: "Camille" }).click();
  await expect(page.getByRole("navigation").first()).toBeVisible();
}

for (const language of ["fr", "en"] as const) {
  const word = words[language];

  test(`a process is looked at as map, ways, conformance, waits and funnel, down to one event (${language})`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const heard = complaints(page);
    await asAdmin(page, language);
    for (const source of ["fair", "web"]) {
      const data = { name: `Robin ${source} ${Date.now().toString(36)}`, source };
      const made = await page.request.post("/api/leads", { data, headers: { origin: new URL(page.url()).origin } });
      expect(made.status(), await made.text()).toBe(200);
    }
    await page.goto("/processes?process=lead_to_deal&days=all");
    const box = page.locator(".tl-process-node").first();
    await expect(box).toBeVisible({ timeout: 20_000 });
    await expectAccessible(page);
    await box.click();
    const drawer = page.getByRole("dialog");
    await drawer.locator(".tl-cases button").first().click();
    await expect(page).toHaveURL(/case=[0-9a-f-]{36}/);
    await expect(drawer.locator(".tl-steps li").first()).toBeVisible();
    await expect(drawer.getByText(word.back)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(drawer).toHaveCount(0);

    await page.getByRole("button", { name: word.asTable }).click();
    await expect(page.getByRole("table", { name: word.graph })).toBeVisible();
    for (const [tab, sign] of [
      [word.variants, page.getByRole("button", { name: word.way, exact: true })],
      [word.conformance, page.getByRole("heading", { name: word.intended })],
      [word.waits, page.getByRole("heading", { level: 2 }).first()],
    ] as const) {
      await page.getByRole("tab", { name: tab, exact: true }).click();
      await expect(sign).toBeVisible();
      await expectAccessible(page);
    }
    await page.getByRole("tab", { name: word.funnel, exact: true }).click();
    await page.getByRole("combobox", { name: word.by }).click();
    await page.getByRole("option", { name: word.source, exact: true }).click();
    await expect(page).toHaveURL(/by=source/);
    await expect(page.getByRole("table", { name: word.bySource })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSideScroll(page);
    await page.goto("/processes?process=lead_to_deal&days=all");
    await expect(box).toBeVisible();
    await expectNoSideScroll(page);
    expect(heard).toEqual([]);
  });

  test(`a pain point is noted and solved; a theme is added; what is new in feedback has its place (${language})`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const heard = complaints(page);
    const suffix = `${language}${Date.now().toString(36)}`;
    await asAdmin(page, language);
    await page.goto("/journey-map/improvements");
    await page.getByRole("button", { name: word.notePain }).first().click();
    for (const label of word.hurts) await page.getByRole("textbox", { name: label }).fill(`Pain ${suffix}`);
    await expectAccessible(page);
    await page.getByRole("dialog").getByRole("button", { name: word.save }).click();
    const pain = page.getByRole("listitem").filter({ hasText: `Pain ${suffix}` });
    await expect(pain).toBeVisible();
    await pain.getByRole("button", { name: word.solved }).click();
    await page.getByRole("textbox", { name: word.what }).fill("OK");
    await page.getByRole("dialog").getByRole("button", { name: word.solved }).click();
    await expect(pain).toHaveCount(0);
    await page.getByRole("checkbox", { name: word.ended }).check();
    await expect(pain).toBeVisible();
    await expectAccessible(page);

    await page.goto("/settings/themes");
    await page.getByRole("button", { name: word.addTheme }).click();
    const form = page.getByRole("form", { name: word.addTheme });
    for (const label of word.name) await form.getByRole("textbox", { name: label }).fill(`Theme ${suffix}`);
    await form.getByRole("button", { name: word.save }).click();
    await expect(page.getByText(word.saved)).toBeVisible();
    await expect(page.getByRole("heading", { name: `Theme ${suffix}` })).toBeVisible();
    await expectAccessible(page);

    await page.goto("/feedback");
    await expect(page.getByRole("heading", { name: word.phrases })).toBeVisible();
    await expectAccessible(page);
    expect(heard).toEqual([]);
  });
}
