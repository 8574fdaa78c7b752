import { IconChecklist, IconFileDescription, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api, client } from "../../api/client.ts";
import { useCan } from "../../api/can.ts";
import { live } from "../../api/query-client.ts";
import { defineArea } from "../area.ts";

/** How many approvals wait for the reader. */
function useWaiting(): number | undefined {
  const can = useCan();
  const { data } = useQuery({
    ...api.approvals.list.queryOptions({ input: { mine: true, limit: 100 } }),
    ...live("approval"),
    enabled: can("decide approvals"),
  });
  return data?.rows.length;
}

export default defineArea({
  id: "quotes",
  nav: {
    group: "cpq",
    label: "area.quotes",
    icon: IconFileDescription,
    to: "/quotes",
    useCount: useWaiting,
    permission: "read quotes",
  },
  routes: [
    { path: "/quotes", screen: () => import("./quote-list.tsx") },
    { path: "/quotes/new", screen: () => import("./new-quote.tsx") },
    { path: "/quotes/$quoteId", screen: () => import("./quote.tsx") },
    { path: "/approvals", screen: () => import("./approvals.tsx") },
  ],
  commands: [
    {
      label: "quotes:command.new",
      icon: IconPlus,
      to: "/quotes/new",
      keywords: "devis quote offre",
      permission: "work on quotes",
    },
    {
      label: "quotes:command.approvals",
      icon: IconChecklist,
      to: "/approvals",
      keywords: "validation approval remise discount",
      permission: "read approvals",
    },
  ],
  find: async (text, signal) => {
    const { rows } = await client.quotes.list({ search: text, limit: 5 }, { signal });
    return rows.map((quote) => ({
      id: quote.id,
      title: quote.number,
      note: quote.customerName,
      to: "/quotes/$quoteId",
      params: { quoteId: quote.id },
    }));
  },
});
