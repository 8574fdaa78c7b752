import { expect } from "@playwright/test";
import { staff } from "#test/story/cast.ts";
import type { Shift } from "./shift.ts";

/** Somebody fills the form of the campaign's page; marketing sees them, warm, and gives them to a seller. */
export async function handOver(shift: Shift): Promise<void> {
  const { scene, customer, say, language } = shift;
  await scene.visitor().post("/public/forms/fibre-pro/submissions", {
    values: {
      first_name: customer.firstName,
      last_name: customer.lastName,
      email: customer.email,
      phone: customer.phone,
      company: customer.company,
    },
    purposes: [],
    utm: { utm_source: "linkedin" },
    locale: language,
  });
  const marketer = await shift.desk("marketer");
  const fresh = marketer.panel("home:fresh.title").getByRole("link").filter({ hasText: customer.company });
  await expect(fresh).toBeVisible({ timeout: 30_000 }); // by itself: the page is live
  await marketer.find("/leads", customer.lastName);
  await expect(marketer.panel("leads:score.title")).toBeVisible();
  await marketer.look();
  await marketer.button("leads:action.handOver").click();
  const dialog = marketer.dialog();
  await dialog.getByRole("combobox", { name: say("leads:handOver.to") }).click();
  await marketer.page.getByRole("option", { name: staff.seller.name }).click();
  await marketer.button("leads:action.handOver", {}, dialog).click();
  await expect(marketer.page.getByText(say("leads:status.handed_over")).first()).toBeVisible();
}

/** The seller finds the lead on their own page, calls back in time, and makes an account, a contact and a deal of it. */
export async function qualify(shift: Shift): Promise<void> {
  const { customer, address, say, made } = shift;
  const seller = await shift.desk("seller");
  await seller.go("/");
  await seller.panel("home:leads.title").getByRole("link").filter({ hasText: customer.company }).click();
  await seller.button("leads:action.respond").click();
  await seller.page.getByRole("menuitem", { name: say("leads:how.phone") }).click();
  await expect(seller.page.getByText(say("leads:next.qualify"))).toBeVisible();
  await seller.button("leads:action.qualify").click();
  const dialog = seller.dialog();
  await dialog.getByRole("textbox", { name: "SIREN" }).fill(customer.siren);
  await seller.field("leads:qualify.line1", {}, dialog).fill(address.line1);
  await seller.field("leads:qualify.postcode", {}, dialog).fill(address.postcode);
  await seller.field("leads:qualify.city", {}, dialog).fill(address.city);
  await dialog.getByLabel(say("leads:qualify.value")).fill("1400");
  await seller.look();
  await seller.button("leads:action.qualify", {}, dialog).click();
  await expect(seller.page).toHaveURL(/\/opportunities\/[0-9a-f-]{36}/);
  made.opportunityId = seller.id();
  const account = await seller.page.getByRole("link", { name: customer.company, exact: true }).getAttribute("href");
  made.customerId = account!.split("/").at(-1)!;
}

/** The deal goes back a column on the board, with the keyboard alone, and the manager's board shows it; its own page moves it on. */
export async function moveOnBoard(shift: Shift): Promise<void> {
  const { customer, made } = shift;
  const seller = await shift.desk("seller");
  const manager = await shift.desk("sales_manager");
  await manager.go("/opportunities/board");
  await seller.go("/opportunities/board");
  const columns = seller.page.locator(".tl-board-column");
  const card = seller.page.getByRole("button").filter({ hasText: customer.company });
  await expect(columns.nth(1).getByText(customer.company, { exact: true })).toBeVisible();
  const talking = await columns.nth(1).getByRole("heading").innerText();
  await seller.look();
  await card.focus();
  await seller.page.keyboard.press("Space");
  await expect(card).toHaveAttribute("data-dragging", "true");
  await seller.page.keyboard.press("ArrowLeft");
  await expect(columns.nth(0).locator(".tl-board-cards")).toHaveAttribute("data-over", "true");
  await seller.page.keyboard.press("Space");
  await expect(columns.nth(0).getByText(customer.company, { exact: true })).toBeVisible();
  const across = manager.page.locator(".tl-board-column").nth(0);
  await expect(across.getByText(customer.company, { exact: true })).toBeVisible({ timeout: 30_000 }); // by itself
  await seller.go(`/opportunities/${made.opportunityId}`);
  await seller.button("opportunities:action.advance").click();
  await seller.page.getByRole("menuitem", { name: talking }).click();
  await expect(seller.panel("opportunities:moves.title").getByText(`→ ${talking}`)).toHaveCount(1);
  await seller.look();
}
