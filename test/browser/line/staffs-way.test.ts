import { expect, type Page, test } from "@playwright/test";
import { staff } from "#test/story/cast.ts";
import { sceneOnServer } from "#test/story/on-server.ts";
import type { Person } from "#test/story/client.ts";
import { complaints } from "../look.ts";
import { lookAround, settled } from "./look-around.ts";
import { answerCustomer } from "./staff/answer.ts";
import { creditPart, issueInvoice, matchPayment, readBooks, readUsage } from "./staff/bill.ts";
import { actOnKpi, closeLoop, lookUpPlaybooks, openMap, readAnswers } from "./staff/care.ts";
import { bookAndMove, confirmed, shipAndDeliver, visitOnPhone } from "./staff/deliver.ts";
import { agreeAndSend, customerSigns, writeQuote } from "./staff/quote.ts";
import { handOver, moveOnBoard, qualify } from "./staff/sell.ts";
import { beginShift, type Shift } from "./staff/shift.ts";

const url = process.env.THROUGHLINE_TEST_URL ?? "";

/** Every page of the console that shows the line Léa has lived by now (customers-way.test.ts runs first). */
test.describe("the pages about Léa's line", () => {
  let customerId: string;
  let admin: Person;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    const scene = await sceneOnServer(url, { paceMs: 0, log: () => {} });
    admin = await scene.as("admin");
    const { rows } = await admin.get("/customers", { search: "Atelier Martin" });
    customerId = rows[0].id;
  });

  test("every page about her line holds, in both languages and both colours", async ({ page }) => {
    test.setTimeout(600_000);
    const heard = complaints(page);
    await signIn(page, "admin");
    const record = async (area: string, operation: string) => {
      const { rows } = await admin.get(operation, { customerId });
      return rows[0] ? [`/${area}/${rows[0].id}`] : [];
    };
    const pages = [
      "/",
      `/customers/${customerId}`,
      ...(await record("opportunities", "/opportunities")),
      ...(await record("quotes", "/quotes")),
      ...(await record("orders", "/orders")),
      ...(await record("subscriptions", "/subscriptions")),
      ...(await record("invoices", "/invoices")),
      ...(await record("payments", "/payments")),
      ...(await record("conversations", "/conversations")),
      "/appointments",
      "/ledger",
      "/journey-map",
      "/kpis",
      "/surveys",
      "/feedback",
      "/value",
      "/loyalty",
      "/playbooks",
      "/campaigns",
      "/segments",
      "/settings",
      "/settings/journey",
      "/settings/deal-stages",
      "/status",
    ];
    await lookAround(page, pages, { language: "fr", colours: "light" });
    await lookAround(page, pages, { language: "en", colours: "dark" });
    expect(heard).toEqual([]);
  });

  test("a figure of the journey map opens the events it was counted from", async ({ page }) => {
    await signIn(page, "cx_lead");
    await page.goto("/journey-map");
    await settled(page);
    await page.getByRole("button", { name: /^Devis signé/ }).click();
    const drawer = page.getByRole("dialog");
    await expect(drawer.getByText("Devis signé").first()).toBeVisible();
    await expect(drawer.getByText("Atelier Martin").first()).toBeVisible();
  });
});

/**
 * The staff's whole way through the console, every act a click by the person whose work it is, in both languages, each
 * with a customer of its own: what one does, the next one finds on their screen. The customer's acts in between go through
 * the public API.
 */
for (const language of ["fr", "en"] as const)
  test.describe(`the staff's way (${language})`, () => {
    test.describe.configure({ mode: "serial" });
    test.setTimeout(420_000); // under heavy load the longest of these took more than three
    let shift: Shift;
    test.beforeAll(async ({ browser }) => {
      test.setTimeout(180_000);
      shift = await beginShift(browser, language);
    });
    test.afterAll(() => shift?.end());

    test("marketing gives a lead to a seller, who makes a deal of it and moves it on", async () => {
      await handOver(shift);
      await qualify(shift);
      await moveOnBoard(shift);
    });
    test("the seller configures and quotes, the manager agrees, the seller sends, the customer signs", async () => {
      await writeQuote(shift);
      await agreeAndSend(shift);
      await customerSigns(shift);
    });
    test("the planner ships, books and moves the visit; the technician does it on a phone", async () => {
      await shipAndDeliver(shift);
      await bookAndMove(shift);
      await visitOnPhone(shift);
      await confirmed(shift);
    });
    test("the biller reads the usage, bills, matches the payment, credits a part, and keeps the books", async () => {
      await readUsage(shift);
      await issueInvoice(shift);
      await matchPayment(shift);
      await creditPart(shift);
      await readBooks(shift);
    });
    test("the agent answers what the assistant cannot, with a ready answer and an article, and settles it", async () => {
      await answerCustomer(shift);
    });
    test("the experience lead reads what was said, tells what was done, acts on a figure and opens the map", async () => {
      await readAnswers(shift);
      await closeLoop(shift);
      await actOnKpi(shift);
      await openMap(shift);
      await lookUpPlaybooks(shift);
    });
  });

async function signIn(page: Page, role: keyof typeof staff): Promise<void> {
  await page.goto("/sign-in");
  await page.locator(".tl-demo-person", { hasText: staff[role].name }).click();
  await expect(page.getByRole("navigation").first()).toBeVisible();
}
