import { IconChartBar, IconPlus } from "@tabler/icons-react";
import { client } from "../../api/client.ts";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "opportunities",
  nav: {
    group: "front-office",
    label: "area.opportunities",
    icon: IconChartBar,
    to: "/opportunities",
    permission: "read opportunities",
  },
  routes: [
    { path: "/opportunities", screen: () => import("./opportunity-list.tsx") },
    { path: "/opportunities/new", screen: () => import("./new-opportunity.tsx") },
    { path: "/opportunities/board", screen: () => import("./opportunity-board.tsx") },
    { path: "/opportunities/$opportunityId", screen: () => import("./opportunity.tsx") },
  ],
  commands: [
    {
      label: "opportunities:command.new",
      icon: IconPlus,
      to: "/opportunities/new",
      keywords: "affaire opportunité nouvelle deal opportunity new",
      permission: "work on opportunities",
    },
    {
      label: "opportunities:command.board",
      icon: IconChartBar,
      to: "/opportunities/board",
      keywords: "pipeline kanban board tableau affaires deals",
      permission: "read opportunities",
    },
  ],
  find: async (text, signal) =>
    (await client.opportunities.list({ search: text, limit: 5 }, { signal })).rows.map((deal) => ({
      id: deal.id,
      title: deal.name,
      ...(deal.customerName && { note: deal.customerName }),
      to: "/opportunities/$opportunityId",
      params: { opportunityId: deal.id },
    })),
});
