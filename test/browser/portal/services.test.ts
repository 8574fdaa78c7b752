import { expect, test } from "@playwright/test";
import { atelierMartin } from "#test/story/cast.ts";
import { personAt } from "#test/story/client.ts";
import { sceneOnServer } from "#test/story/on-server.ts";
import { codeIn, type Scene } from "#test/story/scene.ts";
import { complaints, expectAccessible, expectNoSideScroll } from "../look.ts";

interface Line {
  sku: string;
  id: string;
}

/** A customer of their own who signed for a router and its assistance, and received it: the subscription runs. */
async function subscriber(scene: Scene, baseUrl: string, mark: string) {
  const email = `services-${mark}@example.org`;
  const seller = await scene.as("seller");
  const customer = await seller.post("/customers", {
    kind: "company",
    name: `Services ${mark}`,
    contacts: [{ firstName: "Ada", lastName: "Morel", email, roles: ["decision_maker"], isPrimary: true }],
  });
  const quote = await seller.post("/quotes", { customerId: customer.id, contactId: customer.contactIds[0] });
  for (const sku of ["ROUTER-PRO", "CARE-PLUS"]) await seller.post(`/quotes/${quote.id}/lines`, { sku, quantity: "1" });
  await seller.patch(`/quotes/${quote.id}`, { deliveryAddress: atelierMartin.address });
  await seller.post(`/quotes/${quote.id}/submission`, { comment: "As asked" });
  await scene.settle();
  await seller.post(`/quotes/${quote.id}/sending`);
  await scene.settle();

  const cookies = new Map<string, string>();
  const portal = personAt(baseUrl, "portal", cookies);
  await portal.post("/portal/codes", { email });
  await scene.settle();
  await portal.post("/portal/sessions", { email, code: codeIn(await scene.mail(email, /code/i)) });
  const offer = await portal.get(`/my/quotes/${quote.id}`);
  const { consent } = await portal.get(`/my/quotes/${quote.id}/signature`);
  await portal.post(`/my/quotes/${quote.id}/signature-codes`, { version: 1 });
  await scene.settle();
  await portal.post(`/my/quotes/${quote.id}/signature`, {
    version: 1,
    documentSha256: offer.documentSha256 ?? offer.offer?.documentSha256,
    code: codeIn(await scene.mail(email, /sign/i)),
    name: "Ada Morel",
    mark: { method: "typed", strokes: [] },
    consentVersion: consent.version,
    deliveryAddress: atelierMartin.address,
  });
  await scene.settle();
  const { rows: orders } = await portal.get("/my/orders");
  const planner = await scene.as("planner");
  const plan = await planner.get(`/orders/${orders[0].id}/plan`);
  const ship: { id: string } = plan.tasks.find((task: { kind: string }) => task.kind === "ship");
  await planner.post(`/tasks/${ship.id}/shipment`, { carrier: "Chronopost", tracking: `XJ${mark}` });
  await scene.settle();
  await planner.post(`/tasks/${ship.id}/delivery`, { receivedBy: "Ada Morel" });
  await scene.settle();
  const { rows } = await portal.get<{ rows: Line[] }>("/my/subscriptions");
  expect(rows.map((row) => row.sku)).toEqual(["CARE-PLUS"]);
  return { cookies };
}

for (const [language, word] of [
  [
    "fr",
    {
      services: "Mes services",
      title: "Vos services",
      open: "Résilier cet abonnement",
      keep: "Le garder",
      why: /^Pourquoi partez-vous/,
      confirm: /^Résilier au/,
      over: /votre dernier jour de service est le/,
    },
  ],
  [
    "en",
    {
      services: "My services",
      title: "Your services",
      open: "Cancel this subscription",
      keep: "Keep it",
      why: /^Why do you leave/,
      confirm: /^Cancel on/,
      over: /your last day of service is/,
    },
  ],
] as const) {
  test(`a customer sees what they have and ends it at the end of the term (${language})`, async ({ page, context, baseURL }) => {
    test.setTimeout(240_000);
    const url = process.env.THROUGHLINE_TEST_URL ?? baseURL ?? "";
    const scene = await sceneOnServer(url, { paceMs: 0, log: () => {} });
    const { cookies } = await subscriber(scene, url, `${language}${Date.now().toString(36)}`);
    const heard = complaints(page);
    await page.addInitScript((chosen) => localStorage.setItem("throughline.locale", chosen), language);
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value: decodeURIComponent(value), url })));

    await page.goto("/portal");
    await page.getByRole("link", { name: word.services }).click();
    await expect(page.getByRole("heading", { level: 1, name: word.title })).toBeVisible();
    await expect(page.getByRole("article")).toHaveCount(1);
    await expectAccessible(page);
    await expectNoSideScroll(page);
    await page.getByRole("article").getByRole("link").click();
    await expect(page.getByRole("button", { name: word.open })).toBeVisible();
    await expectAccessible(page);
    await expectNoSideScroll(page);

    await page.getByRole("button", { name: word.open }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("button", { name: word.confirm })).toBeDisabled();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: word.keep }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole("button", { name: word.open }).click();
    await dialog.getByLabel(word.why).fill("We move abroad");
    await dialog.getByRole("button", { name: word.confirm }).click();
    await expect(page.getByText(word.over)).toBeVisible();
    await expect(page.getByText("We move abroad")).toBeVisible();
    await expect(page.getByRole("button", { name: word.open })).toHaveCount(0);
    await expectAccessible(page);

    for (const path of ["/portal/invoices", "/portal/usage", "/portal/usage/records"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.locator(".mantine-Skeleton-root")).toHaveCount(0);
      await expectAccessible(page);
      await expectNoSideScroll(page);
    }
    expect(heard).toEqual([]);
  });
}
