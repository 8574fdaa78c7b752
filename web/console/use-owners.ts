import { useQuery } from "@tanstack/react-query";
import { useCan } from "../api/can.ts";
import { api, type client } from "../api/client.ts";
import { useMe } from "../api/session.ts";
import { useT } from "../i18n/use-t.ts";

type Role = NonNullable<Parameters<typeof client.staff.list>[0]["role"]>;

/** Colleagues to filter by or to give something to, as choices; oneself first. `of("me")` is one's own id. */
export function useOwners(role?: Role) {
  const t = useT();
  const me = useMe();
  const can = useCan();
  const { data } = useQuery({
    ...api.staff.list.queryOptions({ input: { active: true, limit: 200, ...(role && { role }) } }),
    enabled: can("see colleagues"),
    staleTime: 300_000,
  });
  const people = (data?.rows ?? []).map((person) => ({ value: person.id, label: person.name }));
  return {
    people,
    filterOptions: [{ value: "me", label: t("filter.me") }, ...people.filter((person) => person.value !== me?.id)],
    of: (value: string | undefined): string | undefined => {
      const first = value?.split(",")[0];
      return first === "me" ? me?.id : first;
    },
  };
}
