/** Steps 7 to 12: from a guided basket to a signed quote. */
import { atelierMartin, lea } from "../cast.ts";
import type { Person } from "../client.ts";
import { codeIn, linkIn, type Scene } from "../scene.ts";

/** 7. Léa is guided to a basket; what cannot be is explained. 8. She asks for a quote. */
export async function chooseBasket(scene: Scene, person: Person, visitorId: string): Promise<void> {
  await scene.say(7, "Léa answers four questions on the website; only combinations that work can be chosen.");
  const started = await person.post("/public/baskets", { guide: "fibre-pro", visitorId, locale: "fr" });
  const own = { key: started.key };
  const choose = (feature: string, value: boolean) =>
    person.put(`/public/baskets/${started.id}/choices/${feature}`, { ...own, value });
  await choose("SelfInstall", true);
  const refused = await choose("Large", true);
  if (refused.accepted) throw new Error("a large shop cannot install by itself: the guide should have said so");
  await person.put(`/public/baskets/${started.id}/choices/SelfInstall`, { ...own, value: null });
  await choose("Small", true);
  await choose("Technician", true);
  await person.post(`/public/baskets/${started.id}/configuration`, own);
  await scene.say(8, "She asks for a quote.");
  await person.post(`/public/baskets/${started.id}/quote-request`, {
    ...own,
    firstName: lea.firstName,
    lastName: lea.lastName,
    email: lea.email,
    company: atelierMartin.name,
    comment: "Une installation avant mi-mars serait idéale.",
  });
  await scene.settle();
}

/** 9. The seller completes the quote with a discount. 10. The manager approves it. */
export async function prepareQuote(scene: Scene, customerId: string): Promise<string> {
  await scene.say(9, "Noé completes the quote: prices with their derivation, lead times, recommendations, 12 % off the router.");
  const seller = await scene.as("seller");
  const { rows } = await seller.get("/quotes", { customerId });
  const quoteId: string = rows[0].id;
  const quote = await seller.get(`/quotes/${quoteId}`);
  const router = quote.offer.lines.find((line: { sku: string }) => line.sku === "ROUTER-PRO");
  const recommended = await seller.get("/recommendations", {
    skus: quote.offer.lines.map((line: { sku: string }) => line.sku).join(","),
  });
  if (recommended.rows.length === 0) throw new Error("something should be recommended with a fibre line");
  await seller.patch(`/quotes/${quoteId}/lines/${router.id}`, { discountPercent: "12" });
  await seller.patch(`/quotes/${quoteId}`, { deliveryAddress: atelierMartin.address });
  await scene.say(10, "More than 10 % needs a yes: Chloé (sales manager) approves from the console.");
  await seller.post(`/quotes/${quoteId}/submission`, { comment: "Premier équipement, potentiel de deux autres sites" });
  await scene.settle();
  const manager = await scene.as("sales_manager");
  const { rows: asked } = await manager.get("/approvals", { quoteId, status: "pending" });
  await scene.advance({ minutes: 45 });
  for (const approval of asked)
    await manager.post(`/approvals/${approval.id}/grant`, { comment: "D’accord pour un premier équipement" });
  await scene.settle();
  return quoteId;
}

/** 11. Sent as PDF; Léa comments and asks for a change; version 2. 12. She accepts and signs. */
export async function negotiateAndSign(scene: Scene, quoteId: string): Promise<Person> {
  await scene.say(11, "The quote leaves as a PDF in French. Léa opens it from her mail, asks for a change; version 2 follows.");
  const seller = await scene.as("seller");
  await seller.post(`/quotes/${quoteId}/sending`);
  await scene.settle();
  const portal = scene.visitor();
  const mail = await scene.mail(lea.email, /devis/i);
  await portal.follow(linkIn(mail, /\/portal|\/l\/|link/));
  await portal.post(`/my/quotes/${quoteId}/views`, { version: 1 }).catch(() => portal.post(`/my/quotes/${quoteId}/views`));
  await portal.post(`/my/quotes/${quoteId}/comments`, {
    version: 1,
    comment: "Peut-on ajouter l’assistance 24 h/24 ?",
    asksChange: true,
  });
  await scene.settle();
  await seller.post(`/quotes/${quoteId}/versions`);
  await seller.post(`/quotes/${quoteId}/lines`, { sku: "CARE-PLUS", quantity: "1" });
  await seller.post(`/quotes/${quoteId}/submission`, { comment: "Ajout demandé par la cliente" });
  await scene.settle();
  const manager = await scene.as("sales_manager");
  const { rows: asked } = await manager.get("/approvals", { quoteId, status: "pending" });
  for (const approval of asked) await manager.post(`/approvals/${approval.id}/grant`, { comment: "Toujours d’accord" });
  await scene.settle();
  await seller.post(`/quotes/${quoteId}/sending`);
  await scene.settle();

  await scene.say(12, "She accepts and signs with a one-time code; the hash of the exact PDF is kept. The order exists.");
  const full = scene.visitor();
  await full.post("/portal/codes", { email: lea.email });
  await scene.settle();
  await full.post("/portal/sessions", { email: lea.email, code: codeIn(await scene.mail(lea.email, /code/i)) });
  const offer = await full.get(`/my/quotes/${quoteId}`);
  const signature = await full.get(`/my/quotes/${quoteId}/signature`);
  await full.post(`/my/quotes/${quoteId}/signature-codes`, { version: 2 });
  await scene.settle();
  const code = codeIn(await scene.mail(lea.email, /sign/i));
  await full.post(`/my/quotes/${quoteId}/signature`, {
    version: 2,
    documentSha256: offer.documentSha256 ?? offer.offer?.documentSha256,
    code,
    name: `${lea.firstName} ${lea.lastName}`,
    mark: { method: "typed", strokes: [] },
    consentVersion: signature.consent.version,
    deliveryAddress: atelierMartin.address,
  });
  await scene.settle();
  return full;
}
