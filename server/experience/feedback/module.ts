/**
 * What people say, understood; loops closed.
 */
import { defineModule } from "#events/define-module.ts";
import { feedbackContract } from "./contract.ts";
import { feedbackEvents } from "./events.ts";

export const feedbackModule = defineModule({
  id: "experience/feedback",
  contract: feedbackContract,
  events: feedbackEvents,
});
