/**
 * Pricing: what a line costs, and why.
 * Words: list price, contracted price (what a customer agreed), promotion, schedule (discount by quantity or term),
 * derivation (every step from list to net, with its hash).
 * States: none; prices and rules hold from a day until a day. The arithmetic is in engine/, which knows no database.
 */
import { defineModule } from "#events/define-module.ts";
import { pricingContract } from "./contract.ts";
import { pricingEvents } from "./events.ts";
import { pricingRoutes } from "./routes.ts";

export const pricingModule = defineModule({
  id: "cpq/pricing",
  contract: pricingContract,
  routes: pricingRoutes,
  events: pricingEvents,
  permissions: {
    "preview prices": { fr: "simuler les prix", roles: ["seller", "sales_manager", "marketer", "biller"] },
    "agree prices with customers": { fr: "convenir de prix avec les clients", roles: ["sales_manager"] },
  },
  refusals: {
    "pricing.not_sold": {
      status: 422,
      en: "{sku} is not on sale. Choose an offering of the catalogue that is published.",
      fr: "{sku} n’est pas en vente. Choisissez une offre publiée du catalogue.",
    },
    "pricing.no_tax": {
      status: 422,
      en: "There is no VAT rule for {sku} in {region}. Add one in the catalogue first.",
      fr: "Il n’y a pas de règle de TVA pour {sku} en {region}. Ajoutez-la d’abord dans le catalogue.",
    },
    "pricing.not_computable": {
      status: 422,
      en: "No price can be computed: {problem}.",
      fr: "Aucun prix ne peut être calculé : {problem}.",
    },
    "pricing.rule_not_valid": {
      status: 422,
      en: "This rule cannot be applied: {problem}.",
      fr: "Cette règle ne peut pas s’appliquer : {problem}.",
    },
    "pricing.one_of_two": {
      status: 422,
      en: "Give either a price or a percentage off, not both.",
      fr: "Indiquez soit un prix, soit un pourcentage de remise, mais pas les deux.",
    },
    "pricing.days_backwards": {
      status: 422,
      en: "The last day must not be before the first.",
      fr: "Le dernier jour ne peut pas précéder le premier.",
    },
  },
});
