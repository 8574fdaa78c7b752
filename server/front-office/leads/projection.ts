import { enqueue } from "#platform/jobs/task.ts";
import type { Projection } from "#events/project.ts";

const touches = new Set([
  "page.viewed",
  "message.opened",
  "message.clicked",
  "form.submitted",
  "contact.identified",
  "basket.started",
  "basket.configured",
  "quote.requested",
]);

/** Notices in the stream who did something, and asks for their lead to be scored again: one waiting job per lead, however much they click. */
export const leadTouches: Projection = {
  name: "leads/touches",
  async apply(tx, events) {
    const contacts = new Set<string>();
    const visitors = new Set<string>();
    for (const event of events) {
      if (!touches.has(event.type)) continue;
      if (event.contactId) contacts.add(event.contactId);
      else if (event.subjectType === "page") visitors.add(event.subjectId);
    }
    if (visitors.size > 0) {
      const owners = await tx
        .selectFrom("identifiers")
        .select("contact_id")
        .where("kind", "=", "visitor")
        .where("value_norm", "in", [...visitors])
        .execute();
      for (const owner of owners) if (owner.contact_id) contacts.add(owner.contact_id);
    }
    if (contacts.size === 0) return;
    const open = await tx
      .selectFrom("leads")
      .select("id")
      .where("contact_id", "in", [...contacts])
      .where("closed_at", "is", null)
      .execute();
    for (const lead of open) await enqueue(tx, "leads/score", { leadId: lead.id }, { key: `leads/score:${lead.id}` });
  },
  async reset() {}, // keeps nothing of its own: scores are computed from the events each time
};
