import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";

/** Names behind the keys and ids that rules hold. */
export function useRuleNames() {
  const { locale } = useFormat();
  const purposes = useQuery(api.consent.purposes.queryOptions());
  const segments = useQuery(api.segments.list.queryOptions({ input: {} }));
  return useMemo(
    () => ({
      purposes: new Map((purposes.data?.rows ?? []).map((row) => [row.key, row.name[locale]])),
      segments: new Map((segments.data?.rows ?? []).map((row) => [row.id, row.name])),
    }),
    [purposes.data, segments.data, locale],
  );
}
