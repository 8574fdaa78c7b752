import { lea } from "#test/story/cast.ts";
import type { Scene } from "#test/story/scene.ts";

/** What the staff does between two things Léa does, through the public API. */
export async function latestQuote(scene: Scene): Promise<string> {
  const seller = await scene.as("seller");
  const { rows } = await seller.get("/quotes", { search: lea.lastName });
  const { rows: all } = rows.length > 0 ? { rows } : await seller.get("/quotes");
  return all[0].id;
}

export async function sendQuote(scene: Scene, quoteId: string): Promise<void> {
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

/** The parcel leaves and arrives, then the technician is on the way; the visit that was booked. */
export async function deliverAndDepart(scene: Scene, orderId: string): Promise<{ id: string; startsAt: string }> {
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
  await (await scene.as("technician")).post(`/appointments/${visit.id}/departure`, { etaMinutes: 20 });
  return visit;
}

/** Minutes she has used by now, as the switch of the network reports them. */
export async function reportMinutes(scene: Scene, quantity: string): Promise<void> {
  const biller = await scene.as("biller");
  const { rows } = await biller.get("/subscriptions", {});
  const fibre = rows.find((each: { name: string }) => each.name.includes("Fibre"));
  const at = (await scene.now()).toISOString();
  const records = [{ source: "switch-1", sourceId: "cdr-1", subscriptionId: fibre.id, meter: "minutes", quantity, at }];
  await biller.post("/usage", { records });
}

export async function firstOfNextMonth(scene: Scene): Promise<void> {
  const now = await scene.now();
  await scene.moveTo(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1, 9)));
  await scene.settle();
}
