/**
 * Taking in files: mapping, dry run, per-row errors, undo.
 */
import { defineModule } from "#events/define-module.ts";
import { importsContract } from "./contract.ts";
import { importsEvents } from "./events.ts";

export const importsModule = defineModule({
  id: "record/imports",
  contract: importsContract,
  events: importsEvents,
});
