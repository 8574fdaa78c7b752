import { expect, type Page, test } from "@playwright/test";
import { staff } from "#test/story/cast.ts";
import { sceneOnServer } from "#test/story/on-server.ts";
import type { Person } from "#test/story/client.ts";
import { complaints } from "../look.ts";
import { lookAround, settled } from "./look-around.ts";

/**
 * The staff's side of the line that Léa has lived by now (customers-way.test.ts runs first): the seller quotes, the manager
 * agrees, the seller sends, all on the screen; then every page of the console that shows her line, in both languages and
 * both colours.
 */
test.describe.configure({ mode: "serial" });

const url = process.env.THROUGHLINE_TEST_URL ?? "";
let customerId: string;
let contactId: string;
let admin: Person;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const scene = await sceneOnServer(url, { paceMs: 0, log: () => {} });
  admin = await scene.as("admin");
  const { rows } = await admin.get("/customers", { search: "Atelier Martin" });
  customerId = rows[0].id;
  const { contacts } = await admin.get(`/customers/${customerId}`);
  contactId = contacts[0].id;
});

async function signIn(page: Page, role: keyof typeof staff): Promise<void> {
  await page.goto("/sign-in");
  await page.locator(".tl-demo-person", { hasText: staff[role].name }).click();
  await expect(page.getByRole("navigation").first()).toBeVisible();
}

test("a quote with a discount goes from the seller to the manager and on to the customer", async ({ browser }) => {
  test.setTimeout(180_000);
  const sellers = await browser.newContext({ locale: "fr-FR", baseURL: url });
  const managers = await browser.newContext({ locale: "fr-FR", baseURL: url });
  const [page, other] = [await sellers.newPage(), await managers.newPage()];
  const heard = [...complaints(page), ...complaints(other)];
  await signIn(page, "seller");
  const seller = await sellers.request.post("/api/quotes", {
    headers: { "x-throughline-app": "console", origin: url },
    data: {
      customerId,
      contactId,
      summary: "Deuxième site",
      locale: "fr",
      lines: [{ sku: "ROUTER-PRO", discountPercent: "12" }],
    },
  });
  expect(seller.ok(), await seller.text()).toBe(true);
  const { id } = (await seller.json()) as { id: string };
  await page.goto(`/quotes/${id}`);
  await page.getByRole("button", { name: "Demander la validation" }).click();
  await expect(page.getByText("En validation").first()).toBeVisible();

  await signIn(other, "sales_manager");
  await expect(other.getByText("En attente de ma validation")).toBeVisible();
  await other.goto("/approvals");
  await other.getByRole("button", { name: "Valider" }).first().click();
  await expect(page.getByText("Prêt").first()).toBeVisible({ timeout: 20_000 }); // by itself: the page is live
  await page.getByRole("button", { name: /^Envoyer/ }).click();
  await expect(page.getByText("Envoyé").first()).toBeVisible();
  expect(heard).toEqual([]);
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
