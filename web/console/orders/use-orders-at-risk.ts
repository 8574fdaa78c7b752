import { useQuery } from "@tanstack/react-query";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";

/** How many orders risk their promised date; counted for those who can do something about it. */
export function useOrdersAtRisk(): number | undefined {
  const can = useCan();
  const { data } = useQuery({
    ...api.orders.list.queryOptions({ input: { atRisk: true, limit: 100 } }),
    ...live("order"),
    enabled: can("move promises"),
  });
  return data?.rows.length;
}
