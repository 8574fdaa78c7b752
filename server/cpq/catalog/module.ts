/**
 * Catalogue: what is sold and at which price.
 * Words: offering (product | service | subscription | bundle), characteristic, meter, price book, price, tax rule.
 * States: draft -> published (again for each version) -> retired.
 */
import { productsImporter } from "./importer.ts";
import { defineModule } from "#events/define-module.ts";
import { roles } from "#platform/context.ts";
import { catalogContract } from "./contract.ts";
import { catalogEvents } from "./events.ts";
import { catalogRoutes } from "./routes.ts";
import { seedCatalog } from "./seed.ts";

export const catalogModule = defineModule({
  id: "cpq/catalog",
  contract: catalogContract,
  routes: catalogRoutes,
  events: catalogEvents,
  importers: [productsImporter],
  permissions: {
    "read the catalogue": { fr: "lire le catalogue", roles },
    "change the catalogue": { fr: "changer le catalogue", roles: ["marketer", "sales_manager"] },
    "change prices": { fr: "changer les prix", roles: ["sales_manager"] },
  },
  refusals: {
    "offering.period_mismatch": {
      status: 422,
      en: "A subscription needs its period in months; a product or a service has none.",
      fr: "Un abonnement a besoin d’une période en mois ; un produit ou un service n’en a pas.",
    },
    "offering.period_sold": {
      status: 409,
      en: "The period of a subscription cannot change once it has been on sale. Create another offering.",
      fr: "La période d’un abonnement ne peut plus changer une fois mis en vente. Créez une autre offre.",
    },
    "offering.retired": {
      status: 409,
      en: "This offering is retired. Create a new one.",
      fr: "Cette offre est retirée. Créez-en une nouvelle.",
    },
    "offering.no_price": {
      status: 409,
      en: "Give {sku} a price in a price book first.",
      fr: "Donnez d’abord un prix à {sku} dans un tarif.",
    },
    "price.not_valid": {
      status: 422,
      en: "This price cannot be computed: {problem}.",
      fr: "Ce prix ne peut pas être calculé : {problem}.",
    },
  },
  seed: seedCatalog,
});
