/**
 * One conversation per matter across web chat, e-mail and phone, with its clocks.
 */
import { defineModule } from "#events/define-module.ts";
import { conversationsContract } from "./contract.ts";
import { conversationsEvents } from "./events.ts";

export const conversationsModule = defineModule({
  id: "front-office/conversations",
  contract: conversationsContract,
  events: conversationsEvents,
});
