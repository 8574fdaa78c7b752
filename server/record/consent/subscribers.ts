import type { Subscriber } from "#events/reactions.ts";
import { giveConsent } from "./give-consent.ts";
import { withdrawConsent } from "./withdraw-consent.ts";

export const consentSubscribers: readonly Subscriber[] = [
  {
    // Two records turn out to be one person: on each purpose their latest word counts.
    name: "consent/join-merged",
    to: ["contact.merged"],
    async react(ctx, event) {
      const { mergedId } = event.data as { mergedId: string };
      const states = await ctx
        .tx!.selectFrom("consent_states")
        .selectAll()
        .where("contact_id", "in", [mergedId, event.subjectId])
        .execute();
      for (const theirs of states.filter((row) => row.contact_id === mergedId && row.state !== "pending")) {
        const mine = states.find((row) => row.contact_id === event.subjectId && row.purpose === theirs.purpose);
        if (mine && mine.changed_at >= theirs.changed_at) continue;
        const proof = { mergedFrom: mergedId, saidAt: theirs.changed_at.toISOString() };
        if (theirs.state === "given")
          await giveConsent(ctx, {
            contactId: event.subjectId,
            purpose: theirs.purpose,
            how: "said on a record merged into this one",
            proof,
          });
        else
          await withdrawConsent(ctx, {
            contactId: event.subjectId,
            purpose: theirs.purpose,
            reason: "said on a record merged into this one",
            proof,
          });
      }
    },
  },
];
