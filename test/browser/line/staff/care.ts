import { expect } from "@playwright/test";
import { linkIn } from "#test/story/scene.ts";
import type { Shift } from "./shift.ts";

const words = {
  fr: { comment: "La facture est difficile à comprendre et trop chère.", done: "Chaque ligne dit maintenant son calcul." },
  en: { comment: "The invoice is hard to understand and too expensive.", done: "Each line now says how it was worked out." },
} as const;
const kpi = "ces_signing";

/** The customer answers the question that came by mail: the answer and its words are on the survey page. */
export async function readAnswers(shift: Shift): Promise<void> {
  const { customer, say, scene, language } = shift;
  const subject = new RegExp(say("surveys:mail.ces.subject"), "i");
  for (let waits = 0; waits < 5 && (await scene.mails(customer.email, subject)).length === 0; waits += 1)
    await scene.advance({ hours: 2 });
  const reader = scene.visitor();
  const landed = await reader.follow(linkIn(await scene.mail(customer.email, subject), /\/l\//));
  const token = decodeURIComponent(/[?&]token=([^&]+)/.exec(landed)?.[1] ?? "");
  const lead = await shift.desk("cx_lead");
  await lead.go("/surveys");
  await reader.post("/survey-answers", { token, score: 2, comment: words[language].comment });
  const row = lead.page.getByRole("row").filter({ hasText: customer.company });
  await expect(row).toContainText(words[language].comment, { timeout: 30_000 }); // by itself
}

/** What was said hard is understood, and the customer is told what was done about it. */
export async function closeLoop(shift: Shift): Promise<void> {
  const { customer, say, scene, language } = shift;
  const lead = await shift.desk("cx_lead");
  await lead.go("/feedback");
  const row = lead.page.getByRole("row").filter({ hasText: customer.company }).filter({ hasText: words[language].comment });
  await expect(row.first()).toBeVisible({ timeout: 30_000 });
  await row.first().getByRole("cell").nth(1).click();
  const drawer = lead.dialog();
  await lead.field("feedback:done", {}, drawer).fill(words[language].done);
  await lead.look();
  await lead.button("feedback:tell", {}, drawer).click();
  await expect(drawer).toHaveCount(0);
  await expect(row.first()).toContainText(say("feedback:loop.closed"));
  await scene.settle();
  await scene.mail(customer.email, new RegExp(words[language].done.slice(0, 20)));
}

/** A figure that disappoints opens to its events; something is done about it, and its effect measured. */
export async function actOnKpi(shift: Shift): Promise<void> {
  const { say, scene, customer } = shift;
  const lead = await shift.desk("cx_lead");
  const { page } = lead;
  await lead.go("/kpis");
  await lead.button("kpis:evaluate").click();
  await expect(page.getByText(say("kpis:evaluated"))).toBeVisible();
  const { name } = await (await scene.as("cx_lead")).get(`/kpis/${kpi}`);
  await page.getByText(name[shift.language], { exact: true }).first().click();
  await expect(page).toHaveURL(/\/kpis\/ces_signing/);
  await lead.button("kpis:actions.start").click();
  const dialog = lead.dialog();
  const action = `Robin ${customer.lastName}`;
  await lead.field("kpis:actions.name", {}, dialog).fill(action);
  await lead.field("kpis:actions.why", {}, dialog).fill(words[shift.language].comment);
  await dialog.getByRole("button", { name: new RegExp(`^${say("kpis:actions.by")}`) }).click();
  await page.locator(".mantine-DatePickerInput-day:visible").last().click();
  await lead.look();
  await lead.button("kpis:actions.start", {}, dialog).click();
  const card = page.getByRole("article", { name: action });
  await expect(card).toContainText(say("kpis:actions.status.open"));
  await lead.go("/journey-map");
  await expect(page.getByRole("button").filter({ hasText: action })).toBeVisible();
  await lead.go(`/kpis/${kpi}`);
  await lead.button("kpis:actions.complete", {}, card).click();
  await lead.field("kpis:actions.outcome", {}, dialog).fill(words[shift.language].done);
  await lead.button("kpis:actions.complete", {}, dialog).click();
  await expect(card).toContainText(say("kpis:actions.status.done"));
  await expect(card).toContainText(words[shift.language].done);
  await lead.button("kpis:actions.measure", {}, card).click();
  await expect(card).toContainText(/n \d/); // the effect with its samples, or that there are too few
  await lead.look();
}

/** A figure of the map opens the events it was counted from, our customer's among them. */
export async function openMap(shift: Shift): Promise<void> {
  const { customer, say } = shift;
  const lead = await shift.desk("cx_lead");
  const { page } = lead;
  await lead.go("/journey-map");
  await page
    .getByRole("button", { name: new RegExp(`^${say("events:quote.signed")}`) })
    .first()
    .click();
  await expect(lead.dialog().getByText(customer.company).first()).toBeVisible();
  await lead.look();
  await page.keyboard.press("Escape");
  await expect(lead.dialog()).toHaveCount(0);
}

/** What to do when, and what our customers bring us. */
export async function lookUpPlaybooks(shift: Shift): Promise<void> {
  const { say } = shift;
  const lead = await shift.desk("cx_lead");
  await lead.go("/playbooks");
  await expect(lead.page.getByRole("heading", { name: say("playbooks:all"), exact: true })).toBeVisible();
  await lead.look();
  await lead.go("/loyalty");
  await expect(lead.page.getByText(say("loyalty:rewards")).first()).toBeVisible();
}
