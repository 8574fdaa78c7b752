import { useQuery } from "@tanstack/react-query";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";

/** How many conversations given to the reader wait for their answer. */
export function useConversationsMine(): number | undefined {
  const can = useCan();
  const { data } = useQuery({
    ...api.conversations.count.queryOptions(),
    ...live("conversation", "message"),
    enabled: can("answer conversations"),
  });
  return data?.mine;
}
