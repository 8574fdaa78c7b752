import { useQuery } from "@tanstack/react-query";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";

/** The teams a conversation may lie with, as choices. */
export function useTeams(): { value: string; label: string }[] {
  const can = useCan();
  const { data } = useQuery({
    ...api.staff.listTeams.queryOptions(),
    enabled: can("see colleagues"),
    staleTime: 300_000,
  });
  return (data?.rows ?? []).map((team) => ({ value: team.id, label: team.name }));
}
