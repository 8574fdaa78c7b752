/** Steps 23 to 25: how it felt, and what is done about it. */
import { lea, nina } from "../cast.ts";
import { codeIn, linkIn, type Scene } from "../scene.ts";

const answers = {
  ces: { subject: /question sur votre signature/i, score: 6, comment: "Deux clics et un code, rien à imprimer." },
  csat: { subject: /question sur votre installation/i, score: 5, comment: "Malik a été parfait, à l’heure et soigneux." },
  nps: {
    subject: /recommanderiez/i,
    score: 4,
    comment: "Installation parfaite, mais la facture est difficile à comprendre et trop chère.",
  },
};

/** 23. Surveys: CES after signing, CSAT after installation, NPS at 30 days. Each is asked once, at its moment, and answered by its link. */
export async function answerSurvey(
  scene: Scene,
  kind: keyof typeof answers,
  wait: { hours?: number; days?: number },
): Promise<void> {
  const { subject, score, comment } = answers[kind];
  for (let waits = 0; waits < 5 && (await scene.mails(lea.email, subject)).length === 0; waits += 1) await scene.advance(wait);
  const landed = await scene.visitor().follow(linkIn(await scene.mail(lea.email, subject), /\/l\//));
  const token = decodeURIComponent(/\/surveys\/.*[?&]token=([^&]+)/.exec(landed)?.[1] ?? "");
  const reader = scene.visitor();
  const asked = await reader.get("/survey-link", { token });
  if (asked.kind !== kind) throw new Error(`the question should be ${kind}, not ${asked.kind}`);
  await reader.post("/survey-answers", { token, score, comment });
  await scene.settle();
}

/** 24. Her comment is understood; a detractor opens a case with a clock; the loop is closed and she is told what was done. */
export async function closeTheLoop(scene: Scene, customerId: string): Promise<void> {
  await scene.say(
    24,
    "Her comment is understood: billing, negative. A case opens with its clock; Zoé answers, and tells her what was done.",
  );
  const agent = await scene.as("agent");
  const { rows } = await agent.get("/feedback", { customerId });
  const said = rows.find((row: { conversationId: string | null }) => row.conversationId);
  if (!said) throw new Error("a detractor should have a case");
  await agent.post(`/conversations/${said.conversationId}/replies`, {
    body: "Bonjour Léa, merci de votre franchise. Je vous détaille la facture ligne par ligne ci-dessous, et je la fais simplifier.",
  });
  await scene.advance({ hours: 2 });
  await agent.post(`/feedback/${said.id}/loop`, {
    done: "Votre facture est désormais présentée ligne par ligne, avec le calcul de chaque montant.",
  });
  await agent.post(`/conversations/${said.conversationId}/resolution`);
  await scene.settle();
}

/** Another customer with an order under way, made the short way: the seller quotes, she signs. */
async function orderOf(scene: Scene): Promise<{ customerId: string; orderId: string }> {
  const seller = await scene.as("seller");
  const { id: customerId, contactIds } = await seller.post("/customers", {
    kind: "company",
    name: nina.company,
    billingAddress: nina.address,
    contacts: [{ firstName: nina.firstName, lastName: nina.lastName, email: nina.email, roles: ["buyer"], locale: "fr" }],
  });
  const { id: quoteId } = await seller.post("/quotes", {
    customerId,
    contactId: contactIds[0],
    summary: "Fibre Pro",
    locale: "fr",
    lines: [{ sku: "ROUTER-PRO" }, { sku: "INSTALL" }, { sku: "FIBRE-PRO" }],
  });
  await seller.patch(`/quotes/${quoteId}`, { deliveryAddress: nina.address });
  await seller.post(`/quotes/${quoteId}/submission`);
  await seller.post(`/quotes/${quoteId}/sending`);
  await scene.settle();
  const portal = scene.visitor();
  await portal.post("/portal/codes", { email: nina.email });
  await scene.settle();
  await portal.post("/portal/sessions", { email: nina.email, code: codeIn(await scene.mail(nina.email, /code/i)) });
  const offer = await portal.get(`/my/quotes/${quoteId}`);
  const signature = await portal.get(`/my/quotes/${quoteId}/signature`);
  await portal.post(`/my/quotes/${quoteId}/signature-codes`, { version: 1 });
  await scene.settle();
  await portal.post(`/my/quotes/${quoteId}/signature`, {
    version: 1,
    documentSha256: offer.documentSha256 ?? offer.offer?.documentSha256,
    code: codeIn(await scene.mail(nina.email, /sign/i)),
    name: `${nina.firstName} ${nina.lastName}`,
    mark: { method: "typed", strokes: [] },
    consentVersion: signature.consent.version,
    deliveryAddress: nina.address,
  });
  await scene.settle();
  const { rows } = await portal.get("/my/orders");
  return { customerId, orderId: rows[0].id };
}

/** 25. Another customer's promise is about to slip: she is told first, a corrective action starts, its effect is measured. */
export async function saveAPromise(scene: Scene): Promise<void> {
  await scene.say(
    25,
    "At Boulangerie Soleil a promised date is about to slip: Nina is told before she asks, an action starts, its effect is measured later.",
  );
  const { customerId, orderId } = await orderOf(scene);
  const planner = await scene.as("planner");
  const plan = await planner.get(`/orders/${orderId}/plan`);
  const ship = plan.tasks.find((task: { kind: string }) => task.kind === "ship");
  await planner.post(`/tasks/${ship.id}/failure`, { reason: "Rupture de stock du routeur" });
  const due = plan.tasks.at(-1);
  await scene.moveTo(new Date(new Date(due.dueAt).getTime() + 60_000));
  await scene.settle();
  const cx = await scene.as("cx_lead");
  const { rows } = await cx.get("/actions", { stage: "receive" });
  if (!rows.some((action: { customerId: string }) => action.customerId === customerId))
    throw new Error("a corrective action should be under way");
  await scene.mail(nina.email, /date promise/i);
  await scene.advance({ days: 31 });
}
