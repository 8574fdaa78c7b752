/**
 * Answers, written once, used by agents, customers and the assistant.
 */
import { defineModule } from "#events/define-module.ts";
import { knowledgeContract } from "./contract.ts";
import { knowledgeEvents } from "./events.ts";

export const knowledgeModule = defineModule({
  id: "front-office/knowledge",
  contract: knowledgeContract,
  events: knowledgeEvents,
});
