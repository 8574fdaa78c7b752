/**
 * Who must agree to a discount, and by when.
 */
import { defineModule } from "#events/define-module.ts";
import { approvalsContract } from "./contract.ts";
import { approvalsEvents } from "./events.ts";

export const approvalsModule = defineModule({
  id: "cpq/approvals",
  contract: approvalsContract,
  events: approvalsEvents,
});
