import { useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/client.ts";

/** After a change everything that shows conversations is read again at once; the live stream does it for everyone else. */
export function useRefreshed() {
  const queries = useQueryClient();
  return {
    onSuccess: async (): Promise<void> => {
      await queries.invalidateQueries({ queryKey: api.conversations.key() });
    },
  };
}
