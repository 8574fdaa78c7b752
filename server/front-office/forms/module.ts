/**
 * Questions on public pages, and what was answered.
 */
import { defineModule } from "#events/define-module.ts";
import { formsContract } from "./contract.ts";
import { formsEvents } from "./events.ts";

export const formsModule = defineModule({
  id: "front-office/forms",
  contract: formsContract,
  events: formsEvents,
});
