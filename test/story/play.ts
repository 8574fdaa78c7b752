/** The story in 28 steps, from the first click to booked revenue and beyond. `npm run story` plays it on a running server; the story test asserts it. */
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

/**
 * 09:00 in Paris on the first Monday of a month, at or after an instant: the story begins in office hours, so that nothing
 * waits for a quiet hour to pass, and early enough that everything sold is delivered before the month is billed.
 */
function firstMonday(from: Date): Date {
  const paris = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Paris",
    weekday: "short",
    day: "numeric",
    hour: "2-digit",
    hour12: false,
  });
  for (let at = new Date(Math.ceil(from.getTime() / 3_600_000) * 3_600_000); ; at = new Date(at.getTime() + 3_600_000)) {
    const { weekday, day, hour } = Object.fromEntries(paris.formatToParts(at).map(({ type, value }) => [type, value]));
    if (weekday === "Mon" && Number(day) <= 7 && hour === "09") return at;
  }
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
