import { expect } from "@playwright/test";
import { comeIn } from "./portal.ts";
import type { Shift } from "./shift.ts";

const words = {
  fr: {
    hard: "Le voyant de droite reste orange depuis la visite, c’est normal docteur ?",
    article: { search: "redémarrer", title: "Redémarrer votre routeur" },
    ready: "Redémarrer le routeur",
    thanks: "Merci, tout est rentré dans l’ordre.",
  },
  en: {
    hard: "The light on the right stays orange since the visit: I would like to speak to a person.",
    article: { search: "restart", title: "Restart your router" },
    ready: "Restart the router",
    thanks: "Thank you, all is well again.",
  },
} as const;

/** What the assistant cannot know goes to a person: from the queue, with a ready answer and an article, until it is settled. */
export async function answerCustomer(shift: Shift): Promise<void> {
  const { customer, say, scene, language } = shift;
  const said = words[language];
  const portal = await comeIn(shift);
  const clientId = () => crypto.randomUUID();
  const agent = await shift.desk("agent");
  const { page } = agent;
  await agent.go("/conversations");
  const { conversationId } = await portal.post("/public/chats", { text: said.hard, locale: language, clientId: clientId() });
  const chat = async () => portal.post(`/public/chats/${conversationId}/reading`);
  await expect.poll(async () => (await chat()).withPerson, { timeout: 30_000 }).toBe(true);
  const row = page.getByRole("row").filter({ hasText: customer.company }).first();
  await expect(row).toBeVisible({ timeout: 30_000 }); // by itself: the inbox is live
  await row.getByRole("link").first().click();
  await expect(page.getByRole("log").getByText(said.hard)).toBeVisible();

  await agent.button("conversations:canned.insert").click();
  await agent
    .dialog()
    .getByRole("button", { name: new RegExp(`^${said.ready}`) })
    .click();
  await agent.button("conversations:article.insert").click();
  await agent.dialog().getByRole("searchbox").fill(said.article.search);
  await agent.look();
  await agent.button("conversations:article.linkOf", { title: said.article.title }, agent.dialog()).click();
  const reply = agent.field("conversations:mode.reply");
  await expect(reply).toHaveValue(new RegExp(`${customer.firstName}[^]*${said.article.title}`));
  await agent.button("conversations:send.chat").click();
  await expect(page.getByRole("log").getByRole("link", { name: /\/portal\/help\/redemarrer-le-routeur/ })).toBeVisible();
  await expect.poll(async () => (await chat()).messages.at(-1).body, { timeout: 30_000 }).toContain(said.article.title);

  await portal.post(`/public/chats/${conversationId}/messages`, { text: said.thanks, clientId: clientId() });
  await expect(page.getByRole("log").getByText(said.thanks)).toBeVisible({ timeout: 30_000 });
  await agent.button("conversations:action.resolve").click();
  await expect(page.getByText(say("conversations:status.resolved"), { exact: true }).first()).toBeVisible();
  await scene.settle();
  expect((await chat()).status).toBe("resolved");
}
