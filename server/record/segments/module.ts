/**
 * Segments: named groups of people, always up to date.
 * Words: segment, rule (a field, a consent, events counted, the newest of several events, the stage, another segment),
 * member (a contact). States: living, archived.
 * Membership follows the log: only people something happened to are looked at again, within a second or two.
 */
import { defineModule } from "#events/define-module.ts";
import { roles } from "#platform/context.ts";
import { segmentsContract } from "./contract.ts";
import { segmentsEvents } from "./events.ts";
import { segmentMembership } from "./follow-log.ts";
import { ageSegments } from "./jobs.ts";
import { segmentsRoutes } from "./routes.ts";
import { seedSegments } from "./seed.ts";

export const segmentsModule = defineModule({
  id: "record/segments",
  contract: segmentsContract,
  routes: segmentsRoutes,
  events: segmentsEvents,
  projections: [segmentMembership],
  jobs: [{ name: "segments/age", everyMs: 60_000, run: ageSegments }],
  seed: seedSegments,
  permissions: {
    "read segments": { fr: "lire les segments et leurs membres", roles },
    "manage segments": { fr: "créer et modifier des segments", roles: ["marketer", "cx_lead", "sales_manager"] },
  },
  refusals: {
    "segment.name_taken": {
      status: 409,
      en: "A segment is already called “{name}”. Choose another name.",
      fr: "Un segment s’appelle déjà « {name} ». Choisissez un autre nom.",
    },
    "segment.value_missing": {
      status: 422,
      en: "The rule on {field} needs a value that fits it.",
      fr: "La règle sur {field} a besoin d’une valeur qui lui convient.",
    },
    "segment.unknown_event": { status: 422, en: "There is no event called {type}.", fr: "Il n’existe pas d’événement {type}." },
    "segment.builds_on_itself": {
      status: 422,
      en: "A segment cannot build on itself, not even by way of another.",
      fr: "Un segment ne peut pas reposer sur lui-même, même par l’intermédiaire d’un autre.",
    },
  },
});
