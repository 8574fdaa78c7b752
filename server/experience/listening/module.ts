/**
 * Reviews and public mentions.
 */
import { defineModule } from "#events/define-module.ts";
import { listeningContract } from "./contract.ts";
import { listeningEvents } from "./events.ts";

export const listeningModule = defineModule({
  id: "experience/listening",
  contract: listeningContract,
  events: listeningEvents,
});
