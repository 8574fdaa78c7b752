import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorState } from "./error-state.tsx";
import { TextSkeleton } from "./skeletons.tsx";

/**
 * The three states of data, said once: `<Loaded query={quote}>{(quote) => ...}</Loaded>`.
 * Content already shown stays on a failed refresh; the error goes above it.
 */
export function Loaded<Value>(props: {
  query: Pick<UseQueryResult<Value>, "data" | "error" | "isPending" | "refetch">;
  skeleton?: ReactNode;
  children: (value: Value) => ReactNode;
}) {
  const { data, error, isPending, refetch } = props.query;
  if (isPending) return props.skeleton ?? <TextSkeleton />;
  return (
    <>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && props.children(data)}
    </>
  );
}
