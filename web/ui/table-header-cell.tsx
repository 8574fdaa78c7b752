import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { useT } from "../i18n/use-t.ts";
import type { Column } from "./data-table.tsx";
import type { ListState } from "./use-list-state.ts";

/** A column's name; where the server can sort by it, the button that does. */
export function HeaderCell<Row>({ column, list }: { column: Column<Row>; list: ListState }) {
  const t = useT();
  const sorted = list.sort?.by === column.id ? list.sort : undefined;
  const Icon = !sorted ? IconArrowsSort : sorted.descending ? IconArrowDown : IconArrowUp;
  const next = { by: column.id, descending: sorted ? !sorted.descending : false };
  return (
    <th
      scope="col"
      data-align={column.align}
      style={column.width ? { width: column.width } : undefined}
      aria-sort={sorted ? (sorted.descending ? "descending" : "ascending") : undefined}
    >
      {column.sortable ? (
        <button
          type="button"
          className="tl-sort"
          onClick={() => list.setSort(next)}
          title={t("table.sortBy", { column: column.header })}
        >
          {column.header}
          <Icon size={14} stroke={1.8} aria-hidden data-on={sorted ? true : undefined} />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}
