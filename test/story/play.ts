/** The story, first click to booked revenue and beyond: 25 of its 28 steps (chat, referral and map are still to be played). `npm run story` plays them on a running server; the story test asserts them. */
import type { Scene } from "./scene.ts";
import { bill, recordUsage } from "./steps/billing.ts";
import { deliver } from "./steps/delivery.ts";
import { answerSurveys, closeTheLoop, saveAPromise } from "./steps/experience.ts";
import { launchCampaign, nurtureAndHandOver, qualify, signUp } from "./steps/front-office.ts";
import { chooseBasket, negotiateAndSign, prepareQuote } from "./steps/quote.ts";

export interface Played {
  customerId: string;
  opportunityId: string;
  quoteId: string;
  orderId: string;
  invoiceId: string;
}

/** Monday 09:00 in Paris at or after an instant: the story begins in office hours, so that nothing waits for a quiet hour to pass. */
function mondayMorning(from: Date): Date {
  for (let at = new Date(Math.ceil(from.getTime() / 3_600_000) * 3_600_000); ; at = new Date(at.getTime() + 3_600_000)) {
    const local = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/Paris",
      weekday: "short",
      hour: "2-digit",
      hour12: false,
    }).format(at);
    if (local.startsWith("Mon") && local.endsWith("09")) return at;
  }
}

export async function playStory(scene: Scene): Promise<Played> {
  const now = await scene.now();
  const begin = mondayMorning(now);
  if (begin.getTime() > now.getTime()) await scene.moveTo(begin);
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
  await answerSurveys(scene, customerId);
  await closeTheLoop(scene, customerId);
  await saveAPromise(scene);
  return { customerId, opportunityId, quoteId, orderId, invoiceId };
}
