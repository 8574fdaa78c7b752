import { expect } from "@playwright/test";
import { codeIn } from "#test/story/scene.ts";
import { comeIn } from "./portal.ts";
import type { Shift } from "./shift.ts";

interface Guide {
  questions: { options: { feature: string; label: Record<string, string> }[] }[];
}

/** From the deal: a whole offer by answering the guide, an article beside it, a discount, where it goes. */
export async function writeQuote(shift: Shift): Promise<void> {
  const { scene, say, language, made, customer, address } = shift;
  const seller = await shift.desk("seller");
  const { page } = seller;
  await seller.go(`/opportunities/${made.opportunityId}`);
  await seller.link("opportunities:action.quote").click();
  await expect(page.getByRole("combobox", { name: say("quotes:create.customer") })).toHaveValue(customer.company);
  await seller.field("quotes:create.summary").fill("Fibre Pro");
  await seller.look();
  await seller.button("quotes:create.submit").click();
  await expect(page).toHaveURL(/\/quotes\/[0-9a-f-]{36}/);
  made.quoteId = seller.id();

  const guide: Guide = await scene.visitor().get("/public/guides/fibre-pro");
  const options = guide.questions.flatMap((question) => question.options);
  const answer = (feature: string) =>
    seller.dialog().getByText(options.find((option) => option.feature === feature)!.label[language]!);
  await seller.button("quotes:configure.open").click();
  await answer("SelfInstall").click();
  await expect(seller.dialog().getByRole("checkbox", { checked: true })).not.toHaveCount(0);
  await answer("Large").click();
  await expect(seller.dialog().getByRole("alert")).toBeVisible(); // a large place cannot be set up by oneself
  await seller.look();
  await seller.button("quotes:configure.keep").click();
  await expect(seller.dialog().getByRole("alert")).toHaveCount(0);
  await answer("Technician").click();
  await expect(seller.dialog().getByText(say("quotes:configure.left", { count: 1 }))).toBeVisible();
  await answer("Small").click();
  await expect(seller.dialog().getByText(say("quotes:configure.left", { count: 1 }))).toHaveCount(0);
  await seller.button("quotes:configure.add").click();
  const row = (sku: string) => page.getByRole("row").filter({ hasText: sku });
  for (const sku of ["ROUTER-PRO", "INSTALL", "FIBRE-PRO"]) await expect(row(sku)).toBeVisible();

  await page.getByRole("combobox", { name: say("quotes:lines.add") }).fill("WIFI-AP");
  await page.getByRole("option", { name: /WIFI-AP/ }).click();
  await expect(row("WIFI-AP")).toBeVisible();
  const discount = row("ROUTER-PRO").getByRole("textbox").nth(1);
  await discount.fill("12");
  await discount.press("Enter");
  await expect(seller.button("quotes:action.askApproval")).toBeEnabled(); // more than a seller may give
  await page.getByRole("button", { name: say("common:edit.field", { field: say("quotes:facts.address") }) }).click();
  const form = page.getByRole("form", { name: say("quotes:facts.address") });
  await seller.field("customers:address.line1", {}, form).fill(address.line1);
  await seller.field("customers:address.postcode", {}, form).fill(address.postcode);
  await seller.field("customers:address.city", {}, form).fill(address.city);
  await seller.button("common:action.save", {}, form).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByText(new RegExp(`${address.line1}.*${address.city}`)).first()).toBeVisible();
  await seller.look();
}

/** More than the seller may give: the manager is asked, agrees, and the seller's screen says so; then it leaves. */
export async function agreeAndSend(shift: Shift): Promise<void> {
  const { say } = shift;
  const seller = await shift.desk("seller");
  const number = await seller.page.getByRole("heading", { level: 1 }).innerText();
  await seller.button("quotes:action.askApproval").click();
  await expect(seller.page.getByText(say("quotes:status.in_approval")).first()).toBeVisible();
  const manager = await shift.desk("sales_manager");
  await manager.go("/");
  await expect(manager.panel("home:approvals.title").getByText(number)).toBeVisible();
  await manager.go("/approvals");
  const card = manager.page.getByRole("article", { name: number });
  await manager.look();
  await manager.button("quotes:approval.grant", {}, card).click();
  await expect(card).toHaveCount(0);
  await expect(seller.page.getByText(say("quotes:status.ready")).first()).toBeVisible({ timeout: 30_000 }); // by itself
  await seller.button("quotes:action.send").click();
  await expect(seller.page.getByText(say("quotes:status.sent"), { exact: true }).first()).toBeVisible();
}

/** The customer's own act, by the public door: a code to come in, a code to sign. The seller sees it happen. */
export async function customerSigns(shift: Shift): Promise<void> {
  const { scene, customer, made, say } = shift;
  const portal = await comeIn(shift);
  const offer = await portal.get(`/my/quotes/${made.quoteId}`);
  const { consent } = await portal.get(`/my/quotes/${made.quoteId}/signature`);
  await portal.post(`/my/quotes/${made.quoteId}/signature-codes`, { version: 1 });
  await scene.settle();
  await portal.post(`/my/quotes/${made.quoteId}/signature`, {
    version: 1,
    documentSha256: offer.documentSha256 ?? offer.offer?.documentSha256,
    code: codeIn(await scene.mail(customer.email, /sign/i)),
    name: `${customer.firstName} ${customer.lastName}`,
    mark: { method: "typed", strokes: [] },
    consentVersion: consent.version,
  });
  await scene.settle();
  const seller = await shift.desk("seller");
  await expect(seller.page.getByText(say("quotes:status.accepted"), { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  await expect(seller.panel("quotes:signature.title")).toBeVisible();
  await seller.look();
}
