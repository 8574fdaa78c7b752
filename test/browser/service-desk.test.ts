import { expect, type Page, test } from "@playwright/test";
import { complaints, expectAccessible, expectNoSideScroll } from "./look.ts";

const words = {
  fr: {
    question: "Comment redémarrer mon routeur",
    ask: "Demander",
    source: /Redémarrer votre routeur/,
    person: "Je voudrais parler à une personne",
    withPerson: "Une personne vous répond",
    handedOver: /L’assistant a passé la main/,
    reply: "Réponse",
    answer: "Bonjour, je m’en occupe tout de suite.",
    resolve: "Résoudre",
    resolved: "Résolue : écrivez pour la rouvrir",
    comment: /Qu’est-ce qui vous fait dire cela/,
    rate: "Envoyer mon avis",
    rated: "Merci pour votre avis.",
    newArticle: "Nouvel article",
    save: "Enregistrer le brouillon",
    publish: "Publier",
    published: "Publié",
    category: /Rubrique/,
    title: /Titre/,
    text: /Texte/,
  },
  en: {
    question: "How do I restart my router",
    ask: "Ask",
    source: /Restart your router/,
    person: "I would like to speak to a person",
    withPerson: "A person answers you",
    handedOver: /The assistant handed this over/,
    reply: "Reply",
    answer: "Hello, I am looking into it right now.",
    resolve: "Resolve",
    resolved: "Resolved: write to reopen it",
    comment: /What made you say so/,
    rate: "Send my opinion",
    rated: "Thank you for your opinion.",
    newArticle: "New article",
    save: "Save the draft",
    publish: "Publish",
    published: "Published",
    category: /Category/,
    title: /Title/,
    text: /Text/,
  },
} as const;
type Language = keyof typeof words;

const speak = (page: Page, language: Language) =>
  page.addInitScript((chosen) => localStorage.setItem("throughline.locale", chosen), language);
async function asAgent(page: Page, language: Language): Promise<void> {
  await speak(page, language);
  await page.goto("/sign-in");
  await page.locator(".tl-demo-person", { hasText: "Zoé" }).click();
  await expect(page.getByRole("navigation").first()).toBeVisible();
}

for (const language of ["fr", "en"] as const) {
  const word = words[language];
  test(`a visitor asks the assistant, then a person; the agent answers, the visitor sees it and rates it (${language})`, async ({
    page,
    browser,
  }) => {
    test.setTimeout(180_000);
    const name = `Robin ${Date.now().toString(36)}`;
    const phone = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const chat = await phone.newPage();
    const heard = [...complaints(page), ...complaints(chat)];
    await speak(chat, language);
    await chat.goto("/portal/chat");
    await chat.locator("textarea").first().fill(`${word.question} ?`);
    await chat.getByRole("textbox", { name: /^(Votre nom|Your name)/ }).fill(name);
    await expectAccessible(chat);
    await expectNoSideScroll(chat);
    await chat.getByRole("button", { name: word.ask, exact: true }).click();
    await expect(chat).toHaveURL(/\/portal\/chat\/[0-9a-f-]{36}/);
    await expect(chat.getByRole("log").getByRole("link", { name: word.source })).toBeVisible({ timeout: 30_000 });
    await expectAccessible(chat);
    await expectNoSideScroll(chat);
    await chat.getByRole("button", { name: word.person }).click();
    await expect(chat.getByText(word.withPerson)).toBeVisible({ timeout: 30_000 });

    await asAgent(page, language);
    await page.goto("/conversations");
    await page.getByRole("searchbox").fill(name);
    await page
      .getByRole("row", { name: new RegExp(name) })
      .getByRole("link")
      .click();
    await expect(page).toHaveURL(/\/conversations\/[0-9a-f-]{36}\?.*q=/);
    await expect(page.getByText(word.handedOver)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("textbox", { name: word.reply }).fill(word.answer);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("log").getByText(word.answer)).toBeVisible();
    await expect(chat.getByText(word.answer)).toBeVisible({ timeout: 20_000 });

    await page.getByRole("button", { name: word.resolve }).click();
    await expect(chat.getByText(word.resolved)).toBeVisible({ timeout: 20_000 });
    await chat.getByRole("radio", { name: "5" }).check({ force: true });
    await chat.getByRole("textbox", { name: word.comment }).fill("Zoé");
    await expectAccessible(chat);
    await chat.getByRole("button", { name: word.rate }).click();
    await expect(chat.getByText(word.rated)).toBeVisible();
    await expect(page.getByText("5 / 5 · Zoé")).toBeVisible({ timeout: 40_000 });
    await phone.close();
    expect(heard).toEqual([]);
  });

  test(`an article is written in both languages, published, and read by a visitor (${language})`, async ({ page }) => {
    test.setTimeout(120_000);
    const heard = complaints(page);
    const suffix = `${language}${Date.now().toString(36)}`;
    await asAgent(page, language);
    await page.goto("/knowledge");
    await page.getByRole("link", { name: word.newArticle }).click();
    await page.getByRole("textbox", { name: word.category }).fill("internet");
    for (const [at, title] of [`Changer de câble ${suffix}`, `Change the cable ${suffix}`].entries()) {
      await page.getByRole("textbox", { name: word.title }).nth(at).fill(title);
      await page.getByRole("textbox", { name: word.text }).nth(at).fill("## A\n\n1. B\n2. **C**");
    }
    await expectAccessible(page);
    await page.getByRole("button", { name: word.save }).click();
    await expect(page).toHaveURL(/\/knowledge\/[0-9a-f-]{36}/);
    await page.getByRole("button", { name: word.publish, exact: true }).click();
    await expect(page.getByText(word.published, { exact: true }).first()).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/portal/help/changer-de-cable-${suffix}`);
    await expect(page.getByRole("heading", { level: 1, name: new RegExp(suffix) })).toBeVisible();
    await expect(page.getByRole("listitem").getByText("C")).toBeVisible();
    await expectAccessible(page);
    expect(heard).toEqual([]);
  });
}
