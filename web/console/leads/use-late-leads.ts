import { useQuery } from "@tanstack/react-query";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useMe } from "../../api/session.ts";

/** How many of one's own leads wait for an answer past their time. */
export function useLateLeads(): number | undefined {
  const can = useCan();
  const me = useMe();
  const { data } = useQuery({
    ...api.leads.list.queryOptions({ input: { late: true, ownerId: me?.id ?? "", limit: 100 } }),
    ...live("lead"),
    enabled: !!me && can("work on leads"),
    refetchInterval: 60_000, // time alone makes a lead late
  });
  return data?.rows.length;
}
