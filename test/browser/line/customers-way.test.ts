import { expect } from "@playwright/test";
import { atelierMartin, lea as who, paul } from "#test/story/cast.ts";
import { firstMonday } from "#test/story/first-monday.ts";
import { sceneOnServer } from "#test/story/on-server.ts";
import { codeIn, linkIn, type Scene } from "#test/story/scene.ts";
import { launchCampaign, nurtureAndHandOver, qualify } from "#test/story/steps/front-office.ts";
import { expectDialogHoldsFocus } from "../dialog-focus.ts";
import { foreignWordsIn } from "../one-language.ts";
import { type LeaAtScreen, leaAtScreen } from "./lea-at-screen.ts";
import { test } from "./life-test.ts";
import { lookAround } from "./look-around.ts";
import { deliverAndDepart, firstOfNextMonth, latestQuote, reportMinutes, sendQuote } from "./staff-in-between.ts";

/**
 * Léa's whole way through real pages, from the landing page to the payment and beyond; what the staff does in between goes
 * through the public API, as in the story. She lives it in French on a phone, and in English at a desk in dark colours (the
 * projects of playwright.config.ts). Then every page she can open is looked at again in the other language and colours.
 */
test.describe.configure({ mode: "serial" });

const photo = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

let scene: Scene;
let lea: LeaAtScreen;

test.beforeAll(async ({ browser, life, server }) => {
  test.setTimeout(120_000);
  scene = await sceneOnServer(server, { paceMs: 0, log: () => {} });
  lea = await leaAtScreen(browser, scene, life, server);
  await scene.moveTo(firstMonday(await scene.now()));
});

test("she lands from a campaign, signs up, confirms, and is handed to sales", async () => {
  test.setTimeout(240_000);
  const { page, her, look } = lea;
  const { say, like } = lea.words;
  await launchCampaign(scene);
  await page.goto("/p/fibre-pro?utm_source=linkedin&utm_campaign=fibre-pro");
  await look();
  await page.getByLabel(her.form.firstName).fill(who.firstName);
  await page.getByLabel(her.form.lastName).fill(who.lastName);
  await page.getByLabel(/^E-mail/).fill(who.email);
  await page.getByLabel(her.form.phone).fill(who.phone);
  await page.getByLabel(her.form.company).fill(atelierMartin.name);
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.locator("form").getByRole("button").last().click();
  await expect(page).toHaveURL(/\/thanks/);
  await look();
  const confirm = page.getByRole("button", { name: say("portal-preferences:confirm.yes") });
  for (const asked of await scene.mails(who.email, like("mail:consent.confirm.subject"))) {
    await page.goto(linkIn(asked, /token=/));
    await confirm.click();
    await expect(confirm).toHaveCount(0);
  }
  await look();
  await scene.settle();
  const { rows } = await (await scene.as("marketer")).get("/leads", { search: who.lastName, open: true });
  const visitorId = await page.evaluate(() => localStorage.getItem("throughline.visitor") ?? "");
  await nurtureAndHandOver(scene, { person: scene.visitor(), visitorId, leadId: rows[0].id });
});

test("she makes up a basket that works, and asks for a quote", async () => {
  test.setTimeout(120_000);
  const { page, her, look, press } = lea;
  const { say } = lea.words;
  const { rows } = await (await scene.as("seller")).get("/leads", { search: who.lastName });
  await qualify(scene, rows[0].id);
  const choose = (option: string) => page.getByRole("button", { name: option }).click();
  await page.goto("/shop");
  await look();
  await page
    .getByRole("link", { name: say("portal-shop:start") })
    .first()
    .click();
  await expect(page).toHaveURL(/\/shop\/fibre-pro/);
  await choose(her.guide.self);
  await choose(her.guide.large); // too large to install oneself
  await expect(page.getByRole("dialog")).toContainText(say("portal-shop:conflict.title", { option: her.guide.large }));
  await look();
  await press(say("portal-shop:conflict.keep"));
  await choose(her.guide.self);
  await choose(her.guide.small);
  await choose(her.guide.technician);
  await look();
  await press(say("portal-shop:request.action"));
  const field = (name: string) => page.getByLabel(new RegExp(`^${say(`portal-shop:request.${name}`)}`));
  await field("firstName").fill(who.firstName);
  await field("lastName").fill(who.lastName);
  await field("email").fill(who.email);
  await field("company").fill(atelierMartin.name);
  await look();
  await page
    .getByRole("button", { name: say("portal-shop:request.action") })
    .last()
    .click();
  await expect(page.getByText(say("portal-shop:requested.title"))).toBeVisible();
  await look();
});

test("she reads the quote from her mail, asks for a change, and signs the second version", async () => {
  test.setTimeout(180_000);
  const { page, her, look, press, readPdf, comeBack } = lea;
  const { say, like } = lea.words;
  const seller = await scene.as("seller");
  const quoteId = await latestQuote(scene);
  await seller.patch(`/quotes/${quoteId}`, { deliveryAddress: atelierMartin.address });
  await sendQuote(scene, quoteId);
  await page.goto(linkIn(await scene.mail(who.email, like("mail:quotes.sent.subject")), /\/l\//));
  await expect(page).toHaveURL(/\/portal\/quotes\//);
  await look();
  await page.getByLabel(say("portal-quote:comments.write")).fill(her.change);
  await page.getByLabel(say("portal-quote:comments.asksChange")).check();
  await press(say("portal-quote:comments.send"));
  await expect(page.getByText(her.change)).toBeVisible();
  await scene.settle();
  await seller.post(`/quotes/${quoteId}/versions`);
  await seller.post(`/quotes/${quoteId}/lines`, { sku: "CARE-PLUS", quantity: "1" });
  await sendQuote(scene, quoteId);

  await comeBack(`/portal/quotes/${quoteId}`);
  await expect(page.getByText(say("portal-quote:version", { version: 2 })).first()).toBeVisible();
  await readPdf(say("portal-quote:pdf"), [say("quote-document:title"), say("quote-document:gross"), her.quoteTotal]);
  await expectDialogHoldsFocus(page, page.getByRole("button", { name: say("portal-quote:decline.open") }));
  await expectDialogHoldsFocus(page, page.getByRole("button", { name: say("portal-quote:sign.open") }));
  await press(say("portal-quote:sign.open"));
  await expect(page.getByRole("status").filter({ hasText: like("portal-quote:sign.sent") })).toBeVisible();
  await look();
  await scene.settle();
  await page
    .getByRole("group", { name: say("portal-quote:sign.code") })
    .getByRole("textbox")
    .first()
    .click();
  await page.keyboard.type(codeIn(await scene.mail(who.email, like("mail:signatures.code.subject"))));
  await page.getByRole("dialog").getByText(say("common:sign.type"), { exact: true }).click();
  await page.getByRole("checkbox").last().check();
  await look();
  await page.getByRole("button", { name: like("portal-quote:sign.submit") }).click();
  await expect(page.getByText(say("portal-quote:signed.title"))).toBeVisible();
  await look();
  await readPdf(say("portal-quote:certificate"), [say("certificate:title")]);
  await scene.settle();
});

test("she picks a window, follows the technician live, and confirms that all works", async () => {
  test.setTimeout(180_000);
  const { page, her, look, press, comeBack } = lea;
  const { say, like } = lea.words;
  await page.goto("/portal/orders");
  await look();
  await page
    .getByRole("link", { name: like("portal-orders:order") })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("CDE-");
  await look();
  await page.getByRole("link", { name: say("portal-orders:visit.chooseAction") }).click();
  await look();
  await page
    .getByRole("group", { name: say("common:slot.choose") })
    .getByRole("radio")
    .first()
    .check({ force: true });
  await press(say("portal-orders:booking.action"));
  await expect(page.getByText(like("portal-orders:visit.booked")).first()).toBeVisible();
  await look();

  const orderId = /orders\/([0-9a-f-]{36})/.exec(page.url())![1]!;
  const visit = await deliverAndDepart(scene, orderId);
  await comeBack(`/portal/orders/${orderId}`);
  await expect(page.getByText(like("portal-orders:visit.dispatched")).first()).toBeVisible();
  await look();
  await scene.moveTo(new Date(visit.startsAt));
  const technician = await scene.as("technician");
  await technician.post(`/appointments/${visit.id}/arrival`);
  await expect(page.getByText(like("portal-orders:visit.arrived")).first()).toBeVisible(); // by itself: the page is live
  await technician.post(`/appointments/${visit.id}/completion`, {
    notes: her.technicianNotes,
    proofs: [{ kind: "photo", contentType: "image/png", base64: photo }],
  });
  await page.getByRole("link", { name: say("portal-orders:visit.confirm") }).click();
  await look();
  await page.getByRole("radio", { name: say("portal-orders:confirm.yes") }).check();
  await page.getByLabel(say("portal-orders:confirm.name")).fill("Léa Martin");
  await press(say("portal-orders:confirm.action"));
  await expect(page.getByText(say("portal-orders:confirm.thanks")).first()).toBeVisible();
  await look();
  await scene.settle();
});

test("she sees her usage, reads her invoice line by line, and pays it by card", async () => {
  test.setTimeout(180_000);
  const { page, her, look, readPdf, comeBack } = lea;
  const { say, like } = lea.words;
  await reportMinutes(scene, "260");
  await comeBack("/portal/usage");
  await expect(page.getByText(/260/).first()).toBeVisible();
  await look();
  await page.goto("/portal/services");
  await look();
  await firstOfNextMonth(scene);
  await comeBack("/portal");
  await look();
  await page.getByRole("link", { name: like("portal-home:invoice.read") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("FAC-");
  await page.locator("details summary").first().click();
  await look();
  await readPdf(say("portal-invoices:file.facturx"), her.invoice);
  await page
    .getByRole("link", { name: like("portal-invoices:pay") })
    .first()
    .click();
  await page.getByLabel(say("portal-payment:number")).fill("4242 4242 4242 4242");
  await page.getByLabel(say("portal-payment:expiry")).fill("12/30");
  await page.getByLabel(say("portal-payment:cvc")).fill("123");
  await look();
  await page.getByRole("button", { name: like("portal-payment:pay") }).click();
  await expect(page.getByText(say("portal-payment:thanks")).first()).toBeVisible();
  await look();
  await page.goto("/portal/invoices");
  await look();
  await scene.settle();
});

test("she answers a survey, refers a colleague, and chooses what she hears", async () => {
  test.setTimeout(120_000);
  const { page, look, press } = lea;
  const { say } = lea.words;
  const [easy, well] = [say("surveys:mail.ces.subject"), say("surveys:mail.csat.subject")];
  await page.goto(linkIn(await scene.mail(who.email, new RegExp(`${easy}|${well}`)), /\/l\//));
  await page.getByRole("radio").last().check({ force: true });
  await look();
  await press(say("portal-survey:send"));
  await expect(page.getByText(say("portal-survey:thanksText")).first()).toBeVisible();
  await look();
  await page.goto("/portal/referral");
  await page.getByLabel(say("portal-referral:name")).fill(`${paul.firstName} ${paul.lastName}`);
  await page.getByLabel(say("portal-referral:email")).fill(paul.email);
  await press(say("portal-referral:refer"));
  const referred = page.getByText(say("portal-referral:status.made"));
  await expect(referred.or(page.getByText(say("portal-referral:status.lead")))).toBeVisible();
  await look();
  await page.goto("/portal/preferences");
  await look();
  await page.goto("/portal/quotes");
  await look();
  expect(lea.heard).toEqual([]);
});

test("every message she got is in her language", async ({ life }) => {
  const mails = await scene.mails(who.email, /./);
  expect(mails.length).toBeGreaterThan(8);
  const foreign = mails.flatMap((mail) =>
    foreignWordsIn(`${mail.subject}\n${mail.text}`, life.language).map((found) => `${mail.subject}: ${found}`),
  );
  expect(foreign).toEqual([]);
});

test("everything she can open is accessible in both languages, light and dark", async ({ life }) => {
  test.setTimeout(600_000);
  const pages = [...new Set(lea.seen)].filter(
    (path) => !/\/(thanks|consent|installation|surveys|appointment|sign-in)/.test(path),
  );
  const language = life.language === "fr" ? "en" : "fr";
  const colours = life.colours === "light" ? "dark" : "light";
  await lookAround(lea.page, pages, { language, colours });
  await lookAround(lea.page, pages, life);
});
