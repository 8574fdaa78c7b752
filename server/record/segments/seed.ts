import type { Context } from "#platform/context.ts";
import { createSegment } from "./save-segment.ts";

/** The segments the demo campaigns and surveys speak to. */
export async function seedSegments(ctx: Context): Promise<void> {
  await createSegment(ctx, {
    name: "Abonnés aux offres",
    description: "Toutes les personnes qui ont accepté de recevoir nos offres par e-mail.",
    definition: {
      match: "all",
      groups: [{ match: "all", rules: [{ kind: "consent", purpose: "marketing_email", state: "given", not: false }] }],
    },
  });
  await createSegment(ctx, {
    name: "Curieux de la fibre, pas encore clients",
    description: "Ont accepté nos offres et n’ont encore rien commandé.",
    definition: {
      match: "all",
      groups: [
        {
          match: "all",
          rules: [
            { kind: "consent", purpose: "marketing_email", state: "given", not: false },
            { kind: "event", type: "order.placed", op: "never", count: 1, of: "account", where: [] },
          ],
        },
      ],
    },
  });
  await createSegment(ctx, {
    name: "Détracteurs récents",
    description: "Ont donné 6 ou moins à l’enquête de recommandation dans les 90 derniers jours.",
    definition: {
      match: "all",
      groups: [
        {
          match: "all",
          rules: [
            {
              kind: "event",
              type: "survey.answered",
              op: "at_least",
              count: 1,
              withinDays: 90,
              of: "person",
              where: [
                { field: "kind", op: "is", value: "nps" },
                { field: "score", op: "at_most", value: 6 },
              ],
            },
          ],
        },
      ],
    },
  });
}
