/**
 * Knowledge: answers written once in both languages, used by customers, agents and the assistant.
 * Words: article, draft (being written), version (what readers saw, kept), keywords (other words people use), match.
 * States: draft -> published -> withdrawn; a published article may have a newer draft.
 */
import { defineModule } from "#events/define-module.ts";
import { knowledgeContract } from "./contract.ts";
import { knowledgeEvents } from "./events.ts";
import { knowledgeRoutes } from "./routes.ts";
import { seedKnowledge } from "./seed.ts";

export const knowledgeModule = defineModule({
  id: "front-office/knowledge",
  contract: knowledgeContract,
  routes: knowledgeRoutes,
  events: knowledgeEvents,
  seed: seedKnowledge,
  permissions: {
    "read articles": {
      fr: "lire les articles d’aide",
      roles: ["agent", "cx_lead", "seller", "sales_manager", "marketer", "planner", "technician", "biller"],
    },
    "write articles": { fr: "rédiger et publier les articles d’aide", roles: ["agent", "cx_lead", "marketer"] },
  },
});
