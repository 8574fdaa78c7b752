/**
 * Loyalty: customers who bring customers, how they are thanked, and those who agree to be quoted.
 * Words: referral, code, reward, testimonial.
 * States of a referral: made -> lead -> customer -> converted (their first signature).
 */
import { defineModule } from "#events/define-module.ts";
import { loyaltyContract } from "./contract.ts";
import { loyaltyEvents } from "./events.ts";
import { loyaltyRoutes } from "./routes.ts";
import { loyaltySubscribers } from "./subscribers.ts";

export const loyaltyModule = defineModule({
  id: "experience/loyalty",
  contract: loyaltyContract,
  routes: loyaltyRoutes,
  events: loyaltyEvents,
  subscribers: loyaltySubscribers,
  permissions: {
    "read loyalty": { fr: "lire la fidélité", roles: ["marketer", "sales_manager", "cx_lead", "seller"] },
    "change loyalty": { fr: "changer la fidélité", roles: ["marketer", "cx_lead"] },
  },
  refusals: {
    "referral.yourself": {
      status: 422,
      en: "Refer someone else than yourself.",
      fr: "Recommandez quelqu’un d’autre que vous-même.",
    },
    "referral.known": {
      status: 409,
      en: "We know this person already. Thank you all the same.",
      fr: "Nous connaissons déjà cette personne. Merci tout de même.",
    },
    "referral.enough_today": {
      status: 429,
      en: "That makes {max} today. Come back tomorrow.",
      fr: "Cela fait {max} aujourd’hui. Revenez demain.",
    },
  },
});
