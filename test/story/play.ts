/** The 28 steps, first click to booked revenue. `npm run story` plays them on a running server; the story test asserts them. */
import type { Scene } from "./scene.ts";
import { bill, recordUsage } from "./steps/billing.ts";
import { deliver } from "./steps/delivery.ts";
import { launchCampaign, nurtureAndHandOver, qualify, signUp } from "./steps/front-office.ts";
import { chooseBasket, negotiateAndSign, prepareQuote } from "./steps/quote.ts";

export interface Played {
  customerId: string;
  opportunityId: string;
  quoteId: string;
  orderId: string;
  invoiceId: string;
}

export async function playStory(scene: Scene): Promise<Played> {
  const campaignId = await launchCampaign(scene);
  const line = await signUp(scene, campaignId);
  await nurtureAndHandOver(scene, line);
  const { customerId, opportunityId } = await qualify(scene, line.leadId);
  await chooseBasket(scene, line.person, line.visitorId);
  const quoteId = await prepareQuote(scene, customerId);
  const lea = await negotiateAndSign(scene, quoteId);
  const { orderId } = await deliver(scene, lea);
  await recordUsage(scene, customerId);
  const { invoiceId } = await bill(scene, lea, { customerId, opportunityId });
  return { customerId, opportunityId, quoteId, orderId, invoiceId };
}
