import { expect, type Page, test } from "@playwright/test";
import { atelierMartin, lea } from "#test/story/cast.ts";
import { sceneOnServer } from "#test/story/on-server.ts";
import { codeIn, linkIn, type Scene } from "#test/story/scene.ts";
import { launchCampaign, nurtureAndHandOver, qualify } from "#test/story/steps/front-office.ts";
import { complaints, expectAccessible, expectNoSideScroll } from "../look.ts";
import { lookAround, settled } from "./look-around.ts";
import { firstMonday } from "#test/story/first-monday.ts";

/**
 * Léa's whole way through real pages, from the landing page to the payment and beyond; what the staff does in between goes
 * through the public API, as in the story. Then every page she can open, and every page of the console about her, is looked
 * at again in both languages, light and dark.
 */
test.describe.configure({ mode: "serial" });

const photo = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

let scene: Scene;
let page: Page;
const seen: string[] = [];
let heard: string[];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  scene = await sceneOnServer(process.env.THROUGHLINE_TEST_URL ?? "", { paceMs: 0, log: () => {} });
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "fr-FR", hasTouch: true });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  heard = complaints(page);
  await scene.moveTo(firstMonday(await scene.now()));
});

/** What is on the screen holds: accessible, no wider than the phone; looked at again later in other colours. */
async function look(): Promise<void> {
  await settled(page);
  await expectAccessible(page);
  await expectNoSideScroll(page);
  seen.push(new URL(page.url()).pathname);
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/lea-${String(seen.length).padStart(2, "0")}.png`, fullPage: true });
}

test("she lands from a campaign, signs up, confirms, and is handed to sales", async () => {
  test.setTimeout(240_000);
  await launchCampaign(scene);
  await page.goto("/p/fibre-pro?utm_source=linkedin&utm_campaign=fibre-pro");
  await look();
  await page.getByLabel(/^Prénom/).fill(lea.firstName);
  await page.getByLabel(/^Nom/).fill(lea.lastName);
  await page
    .getByLabel(/e-mail/i)
    .first()
    .fill(lea.email);
  await page.getByLabel(/^Téléphone/).fill(lea.phone);
  await page.getByLabel(/^(Entreprise|Société)/).fill(atelierMartin.name);
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.locator("form").getByRole("button").last().click();
  await expect(page).toHaveURL(/\/thanks/);
  await look();
  for (const asked of await scene.mails(lea.email, /confirm/i)) {
    await page.goto(linkIn(asked, /token=/));
    await page.getByRole("button", { name: /confirm/i }).click();
    await expect(page.getByRole("button", { name: /confirm/i })).toHaveCount(0);
  }
  await look();
  await scene.settle();
  const { rows } = await (await scene.as("marketer")).get("/leads", { search: lea.lastName, open: true });
  const visitorId = await page.evaluate(() => localStorage.getItem("throughline.visitor") ?? "");
  await nurtureAndHandOver(scene, { person: scene.visitor(), visitorId, leadId: rows[0].id });
});

test("she makes up a basket that works, and asks for a quote", async () => {
  test.setTimeout(120_000);
  const { rows } = await (await scene.as("seller")).get("/leads", { search: lea.lastName });
  await qualify(scene, rows[0].id);
  await page.goto("/shop");
  await look();
  await page
    .getByRole("link", { name: /Fibre|Commencer/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/shop\/fibre-pro/);
  await page.getByRole("button", { name: "Je le fais moi-même" }).click();
  await page.getByRole("button", { name: /Plus de 150 m²/ }).click(); // too large to install oneself
  await expect(page.getByRole("dialog")).toContainText("ne va pas avec vos choix");
  await page.getByRole("button", { name: "Garder mes choix" }).click();
  await page.getByRole("button", { name: "Je le fais moi-même" }).click();
  await page.getByRole("button", { name: "Jusqu’à 150 m²" }).click();
  await page.getByRole("button", { name: "Un technicien se déplace" }).click();
  await look();
  await page.getByRole("button", { name: "Demander un devis" }).click();
  await page.getByLabel(/^Prénom/).fill(lea.firstName);
  await page.getByLabel(/^Nom/).fill(lea.lastName);
  await page.getByLabel(/^E-mail/).fill(lea.email);
  await page.getByLabel(/^Entreprise/).fill(atelierMartin.name);
  await page
    .getByRole("button", { name: /^(Demander un devis|Recevoir|Envoyer)/ })
    .last()
    .click();
  await expect(page.getByText("Votre demande nous est parvenue")).toBeVisible();
  await look();
});

test("she reads the quote from her mail, asks for a change, and signs the second version", async () => {
  test.setTimeout(180_000);
  const seller = await scene.as("seller");
  const quoteId = await latestQuote();
  await seller.patch(`/quotes/${quoteId}`, { deliveryAddress: atelierMartin.address });
  await send(quoteId);
  await page.goto(linkIn(await scene.mail(lea.email, /devis/i), /\/l\//));
  await expect(page).toHaveURL(/\/portal\/quotes\//);
  await look();
  await page.getByLabel(/Votre question ou la modification/).fill("Peut-on ajouter l’assistance 24 h/24 ?");
  await page.getByLabel("Je souhaite une modification du devis").check();
  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
  await expect(page.getByText("Peut-on ajouter l’assistance 24 h/24 ?")).toBeVisible();
  await scene.settle();
  await seller.post(`/quotes/${quoteId}/versions`);
  await seller.post(`/quotes/${quoteId}/lines`, { sku: "CARE-PLUS", quantity: "1" });
  await send(quoteId);

  await comeBack(`/portal/quotes/${quoteId}`);
  await expect(page.getByText("version 2").first()).toBeVisible();
  await page.getByRole("button", { name: "Accepter et signer" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Nous avons envoyé un code" })).toBeVisible();
  await look();
  await scene.settle();
  await page.getByRole("group", { name: "Code à six chiffres" }).getByRole("textbox").first().click();
  await page.keyboard.type(codeIn(await scene.mail(lea.email, /sign/i)));
  await page.getByRole("dialog").getByText("Saisir", { exact: true }).click();
  await page.getByRole("checkbox").last().check();
  await page.getByRole("button", { name: /^Signer pour/ }).click();
  await expect(page.getByText("Merci, c’est signé")).toBeVisible();
  await look();
  await scene.settle();
});

test("she picks a window, follows the technician live, and confirms that all works", async () => {
  test.setTimeout(180_000);
  await page.goto("/portal/orders");
  await look();
  await page
    .getByRole("link", { name: /^Commande CDE/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("CDE-");
  await look();
  await page.getByRole("link", { name: "Choisir un créneau" }).click();
  await look();
  await page.getByRole("group", { name: "Choisissez un créneau" }).getByRole("radio").first().check({ force: true });
  await page.getByRole("button", { name: "Réserver ce créneau" }).click();
  await expect(page.getByText(/passera chez vous/).first()).toBeVisible();
  await look();

  const orderId = /orders\/([0-9a-f-]{36})/.exec(page.url())![1]!;
  const planner = await scene.as("planner");
  const plan = await planner.get(`/orders/${orderId}/plan`);
  const ship = plan.tasks.find((task: { kind: string }) => task.kind === "ship");
  await scene.advance({ days: 1 });
  await planner.post(`/tasks/${ship.id}/shipment`, { carrier: "Chronopost", tracking: "XJ428817359FR" });
  await planner.post(`/tasks/${ship.id}/delivery`, { receivedBy: "Léa Martin" });
  const from = await scene.now();
  const to = new Date(from.getTime() + 30 * 86_400_000);
  const { rows } = await planner.get("/appointments", { from: from.toISOString(), to: to.toISOString() });
  const visit = rows.find((each: { orderId: string }) => each.orderId === orderId);
  await scene.moveTo(new Date(new Date(visit.startsAt).getTime() - 20 * 60_000));
  const technician = await scene.as("technician");
  await technician.post(`/appointments/${visit.id}/departure`, { etaMinutes: 20 });
  await comeBack(`/portal/orders/${orderId}`);
  await expect(page.getByText(/est en route/).first()).toBeVisible();
  await scene.moveTo(new Date(visit.startsAt));
  await technician.post(`/appointments/${visit.id}/arrival`);
  await expect(page.getByText(/est sur place/).first()).toBeVisible(); // by itself: the page is live
  await technician.post(`/appointments/${visit.id}/completion`, {
    notes: "Débit mesuré 940 Mb/s",
    proofs: [{ kind: "photo", contentType: "image/png", base64: photo }],
  });
  await page.getByRole("link", { name: /Confirmer que tout fonctionne/ }).click();
  await look();
  await page.getByRole("radio", { name: "Oui, tout de suite" }).check();
  await page.getByLabel("Votre nom").fill("Léa Martin");
  await page.getByRole("button", { name: "Confirmer que tout fonctionne" }).click();
  await expect(page.getByText("Merci, c’est noté").first()).toBeVisible();
  await look();
  await scene.settle();
});

test("she sees her usage, reads her invoice line by line, and pays it by card", async () => {
  test.setTimeout(180_000);
  const biller = await scene.as("biller");
  const { rows: subscriptions } = await biller.get("/subscriptions", {});
  const fibre = subscriptions.find((each: { name: string }) => each.name.includes("Fibre"));
  const at = (await scene.now()).toISOString();
  await biller.post("/usage", {
    records: [{ source: "switch-1", sourceId: "cdr-1", subscriptionId: fibre.id, meter: "minutes", quantity: "260", at }],
  });
  await comeBack("/portal/usage");
  await expect(page.getByText(/260/).first()).toBeVisible();
  await look();
  const now = await scene.now();
  await scene.moveTo(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1, 9)));
  await scene.settle();
  await comeBack("/portal");
  await look();
  await page.getByRole("link", { name: /Voir et payer/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("FAC-");
  await look();
  await page
    .getByRole("link", { name: /^Payer/ })
    .first()
    .click();
  await page.getByLabel("Numéro de carte").fill("4242 4242 4242 4242");
  await page.getByLabel(/^Expiration/).fill("12/30");
  await page.getByLabel("Cryptogramme").fill("123");
  await look();
  await page.getByRole("button", { name: /^Payer/ }).click();
  await expect(page.getByText("C’est payé. Merci !").first()).toBeVisible();
  await look();
  await scene.settle();
});

test("she answers a survey, refers a colleague, and chooses what she hears", async () => {
  test.setTimeout(120_000);
  await page.goto(linkIn(await scene.mail(lea.email, /question sur votre (installation|signature)/i), /\/l\//));
  await page.getByRole("radio").last().check({ force: true });
  await look();
  await page.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(page.getByText(/Votre réponse est enregistrée/).first()).toBeVisible();
  await page.goto("/portal/referral");
  await page.getByLabel("Son nom").fill("Paul Girard");
  await page.getByLabel("Son adresse e-mail").fill("paul.girard@menuiserie-girard.example");
  await page.getByRole("button", { name: "Recommander", exact: true }).click();
  await expect(page.getByText("Invitation envoyée").or(page.getByText("En contact avec nous"))).toBeVisible();
  await look();
  await page.goto("/portal/preferences");
  await look();
  expect(heard).toEqual([]);
});

test("everything she can open is accessible in both languages, light and dark", async () => {
  test.setTimeout(300_000);
  const pages = [...new Set(seen)].filter((path) => !/\/(thanks|consent|installation|surveys|appointment)/.test(path));
  await lookAround(page, pages, { language: "en", colours: "dark" });
  await lookAround(page, pages, { language: "fr", colours: "light" });
});

async function latestQuote(): Promise<string> {
  const { rows } = await (await scene.as("seller")).get("/quotes", { search: lea.lastName });
  const { rows: all } = rows.length > 0 ? { rows } : await (await scene.as("seller")).get("/quotes");
  return all[0].id;
}

async function send(quoteId: string): Promise<void> {
  const seller = await scene.as("seller");
  await seller.post(`/quotes/${quoteId}/submission`, { comment: "Premier équipement" });
  await scene.settle();
  const manager = await scene.as("sales_manager");
  const { rows } = await manager.get("/approvals", { quoteId, status: "pending" });
  for (const approval of rows) await manager.post(`/approvals/${approval.id}/grant`, { comment: "D’accord" });
  await scene.settle();
  await seller.post(`/quotes/${quoteId}/sending`);
  await scene.settle();
}

/** Signs in by a fresh code, as weeks may have passed, and goes where she wants. */
async function comeBack(to: string): Promise<void> {
  await page.context().clearCookies({ name: /portal/ });
  await page.goto(`/portal/sign-in?next=${encodeURIComponent(to)}`);
  await page.getByLabel(/adresse e-mail/).fill(lea.email);
  await page.getByRole("button", { name: "Recevoir un code" }).click();
  await expect(page.getByRole("status")).toContainText(lea.email);
  await scene.settle();
  await page.getByRole("group", { name: "Code à six chiffres" }).getByRole("textbox").first().click();
  await page.keyboard.type(codeIn(await scene.mail(lea.email, /code/i)));
  await expect(page).toHaveURL(new RegExp(`${to}$`));
}
