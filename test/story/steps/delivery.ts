/** Steps 13 to 17: from the plan to a running service. */
import type { Person } from "../client.ts";
import type { Scene } from "../scene.ts";

const photo = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

export interface Delivered {
  orderId: string;
  appointmentId: string;
}

/** 13. The order is taken apart into a plan. 14. Léa picks a slot. 15. Shipped, delivered. 16. Installed, confirmed. 17. Provisioned. */
export async function deliver(scene: Scene, lea: Person): Promise<Delivered> {
  await scene.say(13, "The order is taken apart: ship the router, send the technician, switch the line on; one promised date.");
  const planner = await scene.as("planner");
  const { rows } = await lea.get("/my/orders");
  const orderId: string = rows[0].id;
  const plan = await planner.get(`/orders/${orderId}/plan`);
  const task = (kind: string) => plan.tasks.find((each: { kind: string }) => each.kind === kind);

  await scene.say(14, "Léa picks a window that is really feasible, and follows her order live.");
  const { slots } = await lea.get(`/my/orders/${orderId}/slots`);
  const { id: appointmentId } = await lea.post(`/my/orders/${orderId}/appointment`, { startsAt: slots[0].startsAt });
  await scene.settle();

  await scene.say(15, "The router ships, and arrives.");
  await scene.advance({ days: 1 });
  await planner.post(`/tasks/${task("ship").id}/shipment`, { carrier: "Chronopost", tracking: "XJ428817359FR" });
  await scene.settle();
  await scene.advance({ days: 1 });
  await planner.post(`/tasks/${task("ship").id}/delivery`, { receivedBy: "Léa Martin" });
  await scene.settle();

  await scene.say(16, "Malik (technician) is on the way, installs, takes the proof; Léa confirms on her phone.");
  const visit = await lea.get(`/my/orders/${orderId}/appointment`);
  await scene.moveTo(new Date(new Date(visit.startsAt).getTime() - 20 * 60_000));
  const technician = await scene.as("technician");
  await technician.post(`/appointments/${appointmentId}/departure`, { etaMinutes: 20 });
  await scene.settle();
  await scene.moveTo(new Date(visit.startsAt));
  await technician.post(`/appointments/${appointmentId}/arrival`);
  await scene.advance({ minutes: 55 });
  await technician.post(`/appointments/${appointmentId}/completion`, {
    notes: "Routeur dans la réserve, débit mesuré 940 Mb/s",
    proofs: [{ kind: "photo", contentType: "image/png", base64: photo }],
  });
  await scene.settle();
  await lea.post(`/my/appointments/${appointmentId}/confirmation`, { firstTimeRight: true, name: "Léa Martin" });
  await scene.settle();

  await scene.say(17, "The line is switched on and she is told; the subscription runs from her confirmation.");
  const { rows: services } = await lea.get("/my/services");
  if (services.length === 0) throw new Error("the fibre line should be active");
  return { orderId, appointmentId };
}
