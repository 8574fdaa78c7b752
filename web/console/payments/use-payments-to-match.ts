import { useQuery } from "@tanstack/react-query";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";

/** How many payments wait to be put against an invoice; up to a page of them is counted. */
export function usePaymentsToMatch(): number | undefined {
  const can = useCan();
  const query = useQuery({
    ...api.payments.list.queryOptions({ input: { unmatched: true, limit: 100 } }),
    ...live("payment"),
    enabled: can("match payments"),
  });
  return query.data?.rows.length;
}
