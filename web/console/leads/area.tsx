import { IconPlus, IconTargetArrow } from "@tabler/icons-react";
import { client } from "../../api/client.ts";
import { defineArea } from "../area.ts";
import { useLateLeads } from "./use-late-leads.ts";

export default defineArea({
  id: "leads",
  nav: {
    group: "front-office",
    label: "area.leads",
    icon: IconTargetArrow,
    to: "/leads",
    useCount: useLateLeads,
    permission: "read leads",
  },
  routes: [
    { path: "/leads", screen: () => import("./lead-list.tsx") },
    { path: "/leads/new", screen: () => import("./new-lead.tsx") },
    { path: "/leads/$leadId", screen: () => import("./lead.tsx") },
  ],
  commands: [
    { label: "leads:command.new", icon: IconPlus, to: "/leads/new", keywords: "prospect lead new", permission: "work on leads" },
  ],
  find: async (text, signal) =>
    (await client.leads.list({ search: text, limit: 5 }, { signal })).rows.map((lead) => ({
      id: lead.id,
      title: lead.name,
      ...(lead.company && { note: lead.company }),
      to: "/leads/$leadId",
      params: { leadId: lead.id },
    })),
});
