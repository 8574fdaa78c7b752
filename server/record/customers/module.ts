/**
 * Customers: the one connected record.
 * Words: customer (an account: company or person), contact (a person, with roles in the account), identifier (e-mail,
 * phone, visitor cookie, external id), timeline (everything that happened, one line), merge and split (reversible).
 * States: living, merged. Facts: who became known, who was merged; every change of a field is kept as history.
 */
import { customersImporter } from "./importer.ts";
import { contactsImporter } from "./contacts-importer.ts";
import { contactsExporter, customersExporter } from "./exporters.ts";
import { defineModule } from "#events/define-module.ts";
import { roles } from "#platform/context.ts";
import { customersContract } from "./contract.ts";
import { customersEvents } from "./events.ts";
import { customersRoutes } from "./routes.ts";

export const customersModule = defineModule({
  id: "record/customers",
  contract: customersContract,
  routes: customersRoutes,
  events: customersEvents,
  importers: [customersImporter, contactsImporter],
  exporters: [customersExporter, contactsExporter],
  permissions: {
    "read customers": { fr: "lire les fiches clients et leur histoire", roles },
    "create customers": { fr: "créer des fiches clients", roles: ["marketer", "seller", "sales_manager", "agent", "biller"] },
    "change customers": {
      fr: "modifier les fiches clients et leurs contacts",
      roles: ["marketer", "seller", "sales_manager", "agent", "biller", "planner"],
    },
    "merge customers": { fr: "fusionner et séparer des fiches clients", roles: ["sales_manager", "agent", "biller"] },
  },
  refusals: {
    "contact.nameless": {
      status: 422,
      en: "A contact needs at least a name, an e-mail address or a telephone number.",
      fr: "Un contact a besoin au moins d’un nom, d’une adresse e-mail ou d’un téléphone.",
    },
    "customer.parent_loop": {
      status: 422,
      en: "An account cannot belong to itself or to an account below it. Choose another parent.",
      fr: "Un compte ne peut pas dépendre de lui-même ni d’un compte qui en dépend. Choisissez un autre parent.",
    },
    "merge.same_record": {
      status: 422,
      en: "Choose two different records to merge.",
      fr: "Choisissez deux fiches différentes à fusionner.",
    },
    "merge.two_verified": {
      status: 409,
      en: "Both records have verified identifiers that differ ({first} and {second}): they look like two. Confirm if you are sure they are one.",
      fr: "Les deux fiches ont des identifiants vérifiés différents ({first} et {second}) : elles semblent distinctes. Confirmez si vous êtes sûr qu’il s’agit de la même.",
    },
    "merge.already_split": { status: 409, en: "This merge was already undone.", fr: "Cette fusion a déjà été annulée." },
    "merge.split_later_first": {
      status: 409,
      en: "This record was itself merged later. Undo that merge first.",
      fr: "Cette fiche a elle-même été fusionnée ensuite. Annulez d’abord cette fusion.",
    },
  },
});
