import { useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/client.ts";

/** After a change of a quote, everything that shows it is read again at once; the live stream does it for everyone else. */
export function useRefreshed(quoteId: string) {
  const queries = useQueryClient();
  return {
    onSuccess: async (): Promise<void> => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: api.quotes.show.key({ input: { quoteId } }) }),
        queries.invalidateQueries({ queryKey: api.quotes.recommended.key({ input: { quoteId } }) }),
        queries.invalidateQueries({ queryKey: api.quotes.list.key() }),
        queries.invalidateQueries({ queryKey: api.approvals.list.key() }),
      ]);
    },
  };
}
