/** The story in 28 steps, from the first click to booked revenue and beyond. `npm run story` plays it on a running server; the story test asserts it. */
import { firstMonday } from "./first-monday.ts";
import type { Scene } from "./scene.ts";
import { bill, recordUsage } from "./steps/billing.ts";
import { deliver } from "./steps/delivery.ts";
import { answerSurvey, closeTheLoop, saveAPromise } from "./steps/experience.ts";
import { launchCampaign, nurtureAndHandOver, qualify, signUp } from "./steps/front-office.ts";
import { chooseBasket, negotiateAndSign, prepareQuote } from "./steps/quote.ts";
import { openTheMap, refer } from "./steps/recommend.ts";
import { askForTheTechnician } from "./steps/service.ts";

export interface Played {
  customerId: string;
  opportunityId: string;
  quoteId: string;
  orderId: string;
  invoiceId: string;
  conversationId: string;
  /** Customers in each stage of the map. */
  map: { stage: string; customers: number }[];
}

export async function playStory(scene: Scene): Promise<Played> {
  const now = await scene.now();
  const begin = firstMonday(now);
  if (begin.getTime() > now.getTime()) await scene.moveTo(begin);
  const campaignId = await launchCampaign(scene);
  const line = await signUp(scene, campaignId);
  await nurtureAndHandOver(scene, line);
  const { customerId, opportunityId } = await qualify(scene, line.leadId);
  await chooseBasket(scene, line.person, line.visitorId);
  const quoteId = await prepareQuote(scene, customerId);
  const lea = await negotiateAndSign(scene, quoteId);
  await answerSurvey(scene, "ces", { hours: 2 });
  const { orderId } = await deliver(scene, lea);
  await answerSurvey(scene, "csat", { hours: 3 });
  await recordUsage(scene, customerId);
  const { invoiceId } = await bill(scene, lea, { customerId, opportunityId });
  await scene.say(
    23,
    "Thirty days in, Léa is asked whether she would recommend; signing and installation she has already rated.",
  );
  await answerSurvey(scene, "nps", { days: 8 });
  await closeTheLoop(scene, customerId);
  await saveAPromise(scene);
  const conversationId = await askForTheTechnician(scene);
  await refer(scene);
  const map = await openTheMap(scene);
  return { customerId, opportunityId, quoteId, orderId, invoiceId, conversationId, map };
}
