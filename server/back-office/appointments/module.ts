/**
 * Slots that are really feasible, technicians, proof on site.
 */
import { defineModule } from "#events/define-module.ts";
import { appointmentsContract } from "./contract.ts";
import { appointmentsEvents } from "./events.ts";

export const appointmentsModule = defineModule({
  id: "back-office/appointments",
  contract: appointmentsContract,
  events: appointmentsEvents,
});
