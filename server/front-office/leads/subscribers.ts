import type { Subscriber } from "#events/reactions.ts";
import { captureLead } from "./capture-lead.ts";

export const leadsSubscribers: readonly Subscriber[] = [
  {
    name: "leads/capture-form",
    to: ["form.submitted"],
    async react(ctx, event) {
      if (!event.contactId || event.customerId) return; // a customer who writes is not a lead
      const { values, utm, campaignId } = event.data as {
        values: Record<string, string>;
        utm: Record<string, string>;
        campaignId?: string;
      };
      await captureLead(ctx, {
        contactId: event.contactId,
        name: [values.first_name, values.last_name].filter(Boolean).join(" ") || values.email || "?",
        email: values.email,
        phone: values.phone,
        company: values.company,
        source: utm.utm_source ?? "website",
        campaignId,
        utm,
        raw: values,
      });
    },
  },
  {
    name: "leads/capture-quote-request",
    to: ["quote.requested"],
    async react(ctx, event) {
      if (event.customerId || !event.contactId) return;
      const { name, email, company, phone, summary } = event.data as {
        name?: string;
        email?: string;
        company?: string;
        phone?: string;
        summary: string;
      };
      await captureLead(ctx, {
        contactId: event.contactId,
        name: name ?? email ?? "?",
        email,
        company,
        phone,
        source: "basket",
        raw: { summary },
      });
    },
  },
  {
    name: "leads/capture-referral",
    to: ["referral.made"],
    async react(ctx, event) {
      const { name, email, company } = event.data as { name: string; email: string; company?: string };
      await captureLead(ctx, { name, email, company, source: "referral", referralId: event.subjectId });
    },
  },
];
