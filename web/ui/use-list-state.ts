import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";

export interface Sort {
  by: string;
  descending: boolean;
}

/** Names in the address that are not filters. */
const reserved = new Set(["q", "sort", "cursor", "lang"]);

/**
 * What a list shows, kept in the address so that it can be shared, saved and gone back to:
 * `?q=martin&status=sent,accepted&created=2027-01-01..2027-02-01&sort=-total&cursor=...`.
 * Changing a filter goes back to the first page.
 */
export function useListState(defaults: { sort?: string; filters?: Record<string, string> } = {}) {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const [trail, setTrail] = useState<(string | undefined)[]>([]);

  const write = useCallback(
    (change: Record<string, string | undefined>, replace = false) =>
      void navigate({
        to: ".",
        replace,
        search: (now: Record<string, string | undefined>) => dropEmpty({ ...now, ...change }),
      } as never),
    [navigate],
  );
  const fromStart = useCallback(
    (change: Record<string, string | undefined>, replace = false) => {
      setTrail([]);
      write({ ...change, cursor: undefined }, replace);
    },
    [write],
  );

  return useMemo(() => {
    const sortText = search["sort"] ?? defaults.sort;
    const sort: Sort | undefined = sortText
      ? { by: sortText.replace(/^-/, ""), descending: sortText.startsWith("-") }
      : undefined;
    const filters: Record<string, string> = { ...defaults.filters };
    for (const [name, value] of Object.entries(search)) if (value !== undefined && !reserved.has(name)) filters[name] = value;
    const { q, cursor } = search;
    return {
      q: q ?? "",
      cursor,
      sort,
      filters,
      /** Values of a choice filter: ["sent", "accepted"]. */
      chosen: (name: string): string[] => (filters[name] ? filters[name].split(",") : []),
      /** A choice filter with one of the values the API knows; anything else in the address is ignored. */
      pick: <Value extends string>(name: string, values: readonly Value[]): Value | undefined =>
        values.find((value) => value === filters[name]),
      /** A dates filter as instants: from the first day's midnight to the end of the last, in the reader's time zone. */
      range: (name: string): { from?: Date; to?: Date } => {
        const [from, to] = (filters[name] ?? "").split("..");
        return { ...(from && { from: new Date(`${from}T00:00:00`) }), ...(to && { to: new Date(`${to}T23:59:59.999`) }) };
      },
      page: trail.length + 1,
      isFiltered: !!q || Object.keys(search).some((name) => !reserved.has(name)),
      /** The address without the page: what a saved view keeps. */
      address: dropEmpty({ ...search, cursor: undefined, lang: undefined }) as Record<string, string>,
      setQ: (text: string) => fromStart({ q: text }, true),
      setFilter: (name: string, value: string | string[] | undefined) =>
        fromStart({ [name]: Array.isArray(value) ? value.join(",") : value }),
      setSort: (next: Sort | undefined) => fromStart({ sort: next && `${next.descending ? "-" : ""}${next.by}` }),
      clear: () => fromStart(Object.fromEntries(Object.keys(search).map((name) => [name, undefined]))),
      /** Replaces everything: applying a saved view. */
      replaceAll: (next: Record<string, string>) =>
        fromStart({ ...Object.fromEntries(Object.keys(search).map((name) => [name, undefined])), ...next }),
      next: (nextCursor: string) => {
        setTrail((before) => [...before, cursor]);
        write({ cursor: nextCursor });
      },
      previous: () => {
        setTrail((before) => before.slice(0, -1));
        write({ cursor: trail.at(-1) });
      },
      /** After a reload in the middle the way back is not known: only the first page is. */
      canGoBack: trail.length > 0,
      first: () => fromStart({}),
    };
  }, [search, defaults.sort, defaults.filters, trail, fromStart, write]);
}

export type ListState = ReturnType<typeof useListState>;

const dropEmpty = (values: Record<string, string | undefined>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ""));
