import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";

export const views = ["map", "variants", "conformance", "waits", "funnel"] as const;
export type View = (typeof views)[number];
export const periods = ["30", "90", "365", "all"] as const;

const between = "~";
const listOf = (text: string | undefined): string[] => (text ? text.split(between) : []);

/**
 * What is asked of a process, kept in the address: `?process=order_to_cash&days=90&view=variants&where=edge:a>b&open=activity:a`.
 * `where` narrows every figure; `open` is the figure whose cases are looked at, `case` the one case.
 */
export function useQuestion() {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const set = useCallback(
    (change: Record<string, string | undefined>) =>
      void navigate({
        to: ".",
        search: (now: Record<string, string | undefined>) => ({ ...now, ...change }),
      } as never),
    [navigate],
  );
  return useMemo(() => {
    const days = periods.find((value) => value === search["days"]) ?? "365";
    const where = listOf(search["where"]);
    return {
      process: search["process"] ?? "",
      days,
      view: views.find((value) => value === search["view"]) ?? "map",
      where,
      open: search["open"],
      caseId: search["case"],
      steps: listOf(search["steps"]),
      by: search["by"],
      within: Number(search["within"]) || undefined,
      detail: Math.min(100, Math.max(0, Number(search["detail"] ?? 90))) || 0,
      /** For the API: which cases. */
      which: { ...(days !== "all" && { days: Number(days) }), ...(where.length > 0 && { where }) },
      set,
      setSteps: (steps: readonly string[]) => set({ steps: steps.join(between) || undefined, open: undefined, case: undefined }),
      /** The same question on another process keeps its period only. */
      choose: (process: string) =>
        set({ process, where: undefined, open: undefined, case: undefined, steps: undefined, by: undefined, within: undefined }),
      show: (open: string) => set({ open, case: undefined }),
      close: () => set({ open: undefined, case: undefined }),
      narrow: (filter: string) =>
        set({ where: [...new Set([...where, filter])].join(between), open: undefined, case: undefined }),
      widen: (filter: string) => set({ where: where.filter((each) => each !== filter).join(between) || undefined }),
    };
  }, [search, set]);
}

export type Question = ReturnType<typeof useQuestion>;
