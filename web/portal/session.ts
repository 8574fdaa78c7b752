import { queryOptions, useQuery } from "@tanstack/react-query";
import { ApiError } from "../api/api-error.ts";
import { client } from "../api/client.ts";

export type PortalMe = Awaited<ReturnType<typeof client.portal.me>>;

/** Which customer this browser is let in for, and how surely ("link" or "full"); null for a visitor. */
export const portalMeQuery = queryOptions({
  queryKey: ["portal-me"],
  queryFn: async (): Promise<PortalMe | null> => {
    try {
      return await client.portal.me();
    } catch (error) {
      if (error instanceof ApiError && (error.status === 401 || error.status === 403)) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

export const usePortalMe = (): PortalMe | null => useQuery(portalMeQuery).data ?? null;
