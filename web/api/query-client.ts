import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "./api-error.ts";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: Error;
    queryMeta: {
      /** The event nouns this query shows ("quote", "approval"): live.ts refetches it when one of them happens. */
      nouns?: readonly string[];
      /** Only events about this customer or subject matter. */
      about?: string;
    };
  }
}

/** Refusals are answers, not accidents: only silence and overload are worth asking again. */
const worthRetrying = (error: Error): boolean =>
  !(error instanceof ApiError) || error.status === 0 || error.status === 429 || error.status >= 502;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 300_000,
      retry: (count, error) => count < 2 && worthRetrying(error),
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});

/** `useQuery({ ...api.quotes.get.queryOptions({ input }), ...live("quote", "approval") })`: stays fresh by itself. */
export const live = (...nouns: string[]) => ({ meta: { nouns } });

/** As `live`, for one record: `liveAbout(customerId, "quote")` ignores everyone else's quotes. */
export const liveAbout = (id: string, ...nouns: string[]) => ({ meta: { nouns, about: id } });
