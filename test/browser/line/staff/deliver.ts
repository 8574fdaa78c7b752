import { expect } from "@playwright/test";
import { comeIn } from "./portal.ts";
import { photo, type Shift } from "./shift.ts";

/** The planner finds the order among the work to do, hands the parcel over and notes that it arrived. */
export async function shipAndDeliver(shift: Shift): Promise<void> {
  const { customer, made, say } = shift;
  const planner = await shift.desk("planner");
  const { page } = planner;
  await planner.go("/");
  await planner.panel("home:tasks.title").getByRole("link").filter({ hasText: customer.company }).first().click();
  await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}/);
  made.orderId = planner.id();
  const plan = planner.panel("orders:plan.title");
  const parcel = plan.getByRole("listitem").filter({ hasText: say("orders:kind.ship") });
  await planner.look();
  await planner.button("orders:action.ship", {}, parcel).click();
  await planner.dialog().getByLabel(say("orders:ship.carrier")).fill("Chronopost");
  await planner.field("orders:ship.tracking", {}, planner.dialog()).fill("XJ428817359FR");
  await planner.button("orders:action.ship", {}, planner.dialog()).click();
  await expect(planner.panel("orders:shipments.title").getByText("Chronopost · XJ428817359FR")).toBeVisible();
  await shift.scene.advance({ days: 1 });
  await planner.button("orders:action.deliver", {}, parcel).click();
  await planner.field("orders:deliver.receivedBy", {}, planner.dialog()).fill(customer.firstName);
  await planner.button("orders:action.deliver", {}, planner.dialog()).click();
  await expect(parcel.getByText(say("orders:task.completed"), { exact: true })).toBeVisible();
}

/** The planner books a window that is really feasible, then another one; the board shows the visit where it stands. */
export async function bookAndMove(shift: Shift): Promise<void> {
  const { customer, made, say, scene } = shift;
  const planner = await shift.desk("planner");
  const { page } = planner;
  const window = (nth: number) =>
    planner
      .dialog()
      .getByRole("group", { name: say("common:slot.choose") })
      .getByRole("radio")
      .nth(nth);
  await planner.find("/orders", customer.company);
  await planner.link("orders:action.visit", {}, planner.panel("orders:plan.title")).click();
  await expect(page).toHaveURL(/\/appointments\?/);
  await window(0).check({ force: true });
  await planner.look();
  await planner.button("appointments:book.action", {}, planner.dialog()).click();
  await expect(planner.dialog()).toHaveCount(0);
  const portal = await comeIn(shift);
  const visit = (): Promise<{ id: string; startsAt: string }> => portal.get(`/my/orders/${made.orderId}/appointment`);
  const { id, startsAt } = await visit();
  made.visitId = id;
  const onBoard = (at: string) =>
    planner.go(`/appointments?date=${new Date(at).toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" })}`);
  await onBoard(startsAt);
  await planner.look();
  await page.getByRole("link").filter({ hasText: customer.company }).first().click();
  await planner.button("appointments:move.action").click();
  await window(3).check({ force: true });
  await planner.button("appointments:move.action", {}, planner.dialog()).click();
  await expect(planner.dialog()).toHaveCount(0);
  await scene.settle();
  const moved = await visit();
  expect([moved.id, moved.startsAt === startsAt]).toEqual([id, false]);
  await onBoard(moved.startsAt);
  await expect(page.getByRole("link").filter({ hasText: customer.company }).first()).toBeVisible();
}

/** On a phone: the technician's own day, on the way, there, done with a photo; the planner's board follows by itself. */
export async function visitOnPhone(shift: Shift): Promise<void> {
  const { customer, made, say, scene } = shift;
  const { startsAt } = await (await scene.as("planner")).get(`/appointments/${made.visitId}`);
  await scene.moveTo(new Date(new Date(startsAt).getTime() - 20 * 60_000));
  const planner = await shift.desk("planner");
  const technician = await shift.desk("technician");
  const { page } = technician;
  const onBoard = planner.page.getByRole("link").filter({ hasText: customer.company }).first();
  await technician.go("/appointments");
  await technician.look();
  await page.getByRole("link").filter({ hasText: customer.company }).click();
  await technician.button("appointments:step.depart").click();
  await expect(onBoard).toContainText(say("appointments:status.dispatched"), { timeout: 30_000 });
  await scene.moveTo(new Date(startsAt));
  await technician.button("appointments:step.arrive").click();
  await expect(onBoard).toContainText(say("appointments:status.arrived"), { timeout: 30_000 });
  const file = { name: "router.png", mimeType: "image/png", buffer: Buffer.from(photo, "base64") };
  await page.locator("input[type=file]").setInputFiles(file);
  await expect(page.getByRole("img", { name: say("appointments:complete.photo", { n: 1 }) })).toBeVisible();
  await technician.field("appointments:complete.notes").fill("940 Mb/s");
  await technician.look();
  await technician.button("appointments:step.complete").click();
  await expect(technician.panel("appointments:proofs.title").getByRole("img")).toBeVisible();
  await technician.look();
  await expect(onBoard).toContainText(say("appointments:status.completed"), { timeout: 30_000 });
}

/** The customer says that it works; the planner reads on the order that everything is done. */
export async function confirmed(shift: Shift): Promise<void> {
  const { customer, made, say, scene } = shift;
  const name = `${customer.firstName} ${customer.lastName}`;
  await (await comeIn(shift)).post(`/my/appointments/${made.visitId}/confirmation`, { firstTimeRight: true, name });
  await scene.settle();
  const planner = await shift.desk("planner");
  await planner.find("/orders", customer.company);
  await expect(planner.page.getByText(say("orders:status.completed")).first()).toBeVisible();
}
