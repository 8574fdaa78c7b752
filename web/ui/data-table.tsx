import "./list.css";
import { Button, Checkbox, Group, Skeleton, Text } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import {
  columnVisibilityFeature,
  createColumnHelper,
  type RowSelectionState,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useState } from "react";
import { useT } from "../i18n/use-t.ts";
import { ErrorState } from "./error-state.tsx";
import { type Target, TextLink } from "./links.tsx";
import { BulkBar, type BulkAction } from "./bulk-bar.tsx";
import { NoRows } from "./no-rows.tsx";
import { HeaderCell } from "./table-header-cell.tsx";
import { type Density, TableOptions } from "./table-options.tsx";
import type { ListState } from "./use-list-state.ts";

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The server sorts by `id`; the address carries it. */
  sortable?: boolean;
  align?: "right";
  width?: number | string;
  /** Offered in "Columns", not shown at first. */
  hidden?: boolean;
}

export interface ListPage<Row> {
  rows: readonly Row[];
  nextCursor?: string | null;
  total?: number;
}

interface ListQuery<Row> {
  data: ListPage<Row> | undefined;
  error: unknown;
  isPending: boolean;
  isFetching: boolean;
  refetch: () => unknown;
}

const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature, rowSelectionFeature });
const noRows: never[] = [];

/**
 * A list served page by page. Sorting, filters and the cursor live in the address (`useListState`); the reader's columns
 * and density on this device. Arrows move between rows, Enter opens, Space selects, P peeks.
 */
export function DataTable<Row>(props: {
  /** Remembers columns and density: "quotes". */
  id: string;
  /** What the table lists, for screen readers. */
  label: string;
  columns: Column<Row>[];
  list: ListState;
  query: ListQuery<Row>;
  rowId: (row: Row) => string;
  /** Names a row for screen readers; the id otherwise. */
  rowLabel?: (row: Row) => string;
  /** Where a row leads: its first cell becomes the link. */
  open?: (row: Row) => Target;
  /** A click on a row looks at it in the side panel instead of leaving the list. */
  onPeek?: (row: Row) => void;
  bulk?: BulkAction[];
  onExport?: () => void;
  /** Search, chips, saved views: goes above, left. */
  toolbar?: ReactNode;
  empty?: ReactNode;
}) {
  const { columns, list, query, rowId } = props;
  const t = useT();
  const navigate = useNavigate();
  const [selection, setSelection] = useState<RowSelectionState>({});
  const [focused, setFocused] = useState(0);
  const [density, setDensity] = useLocalStorage<Density>({ key: `throughline.density.${props.id}`, defaultValue: "normal" });
  const [visibility, setVisibility] = useLocalStorage<Record<string, boolean>>({
    key: `throughline.columns.${props.id}`,
    defaultValue: Object.fromEntries(columns.filter((column) => column.hidden).map((column) => [column.id, false])),
    getInitialValueInEffect: false,
  });
  const asked = JSON.stringify([list.q, list.filters]);
  useEffect(() => setSelection({}), [asked]);

  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row & object>();
    return columns.map((column) => helper.display({ id: column.id, header: column.header }));
  }, [columns]);
  const rows = (query.data?.rows ?? noRows) as readonly (Row & object)[];
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: (row) => rowId(row),
    manualSorting: true,
    state: {
      rowSelection: selection,
      columnVisibility: visibility,
      sorting: list.sort ? [{ id: list.sort.by, desc: list.sort.descending }] : [],
    },
    onRowSelectionChange: setSelection,
  });
  const shown = table.getVisibleLeafColumns().flatMap((leaf) => columns.find((column) => column.id === leaf.id) ?? []);
  const selected = Object.keys(selection).filter((id) => selection[id]);
  const hasBulk = !!props.bulk?.length;
  const nextCursor = query.data?.nextCursor;

  const openRow = (row: Row): void => {
    const target = props.open?.(row);
    if (target) void navigate(target as never);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
    if ((event.target as HTMLElement).tagName !== "TR") return;
    const row = rows[focused];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const to = Math.max(0, Math.min(rows.length - 1, focused + step));
      setFocused(to);
      (event.currentTarget.children[to] as HTMLElement | undefined)?.focus();
    } else if (event.key === "Enter" && row) openRow(row);
    else if (event.key === " " && row && hasBulk) table.getRow(rowId(row)).toggleSelected();
    else if (event.key.toLowerCase() === "p" && row && props.onPeek) props.onPeek(row);
    else return;
    event.preventDefault();
  };

  return (
    <div className="tl-list">
      <div className="tl-list-bar">
        <div className="tl-list-tools">{props.toolbar}</div>
        <Group gap="xs" wrap="nowrap">
          <Text size="sm" c="dimmed" aria-live="polite" className="tl-nowrap">
            {query.data?.total !== undefined
              ? t("table.rows", { count: query.data.total })
              : query.isFetching
                ? t("state.loading")
                : t("table.rows", { count: rows.length })}
          </Text>
          <TableOptions
            columns={columns}
            visibility={visibility}
            onVisibility={setVisibility}
            density={density}
            onDensity={setDensity}
            {...(props.onExport && { onExport: props.onExport })}
          />
        </Group>
      </div>
      {query.error ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
      {/* a scrolling region must be reachable without a mouse */}
      <div
        className="tl-table-wrap"
        role="group"
        aria-label={props.label}
        tabIndex={0}
        data-fetching={query.isFetching || undefined}
      >
        <table className="tl-table" data-density={density} aria-busy={query.isPending}>
          <thead>
            <tr>
              {hasBulk && (
                <th className="tl-check">
                  <Checkbox
                    size="xs"
                    aria-label={t("table.selectAll")}
                    checked={table.getIsAllRowsSelected() && rows.length > 0}
                    indeterminate={table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()}
                    onChange={(event) => table.toggleAllRowsSelected(event.currentTarget.checked)}
                  />
                </th>
              )}
              {shown.map((column) => (
                <HeaderCell key={column.id} column={column} list={list} />
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={onKeyDown}>
            {query.isPending
              ? Array.from({ length: 8 }, (_, line) => (
                  <tr key={line} aria-hidden>
                    {hasBulk && <td className="tl-check" />}
                    {shown.map((column, at) => (
                      <td key={column.id}>
                        <Skeleton height={11} width={`${45 + ((line * 17 + at * 29) % 45)}%`} />
                      </td>
                    ))}
                  </tr>
                ))
              : table.getRowModel().rows.map((row, line) => (
                  <tr
                    key={row.id}
                    tabIndex={line === Math.min(focused, rows.length - 1) ? 0 : -1}
                    onFocus={() => setFocused(line)}
                    onClick={(event) => {
                      if ((event.target as HTMLElement).closest("a,button,input,label")) return;
                      if (props.onPeek) props.onPeek(row.original);
                      else openRow(row.original);
                    }}
                    data-selected={row.getIsSelected() || undefined}
                    data-clickable={!!(props.onPeek ?? props.open) || undefined}
                    aria-label={props.rowLabel?.(row.original)}
                  >
                    {hasBulk && (
                      <td className="tl-check">
                        <Checkbox
                          size="xs"
                          aria-label={t("table.selectRow", { row: props.rowLabel?.(row.original) ?? row.id })}
                          checked={row.getIsSelected()}
                          onChange={row.getToggleSelectedHandler()}
                        />
                      </td>
                    )}
                    {shown.map((column, at) => (
                      <td key={column.id} data-align={column.align} data-first={at === 0 || undefined}>
                        {at === 0 && props.open ? (
                          <TextLink {...props.open(row.original)} c="inherit" size="sm" fw={550}>
                            {column.cell(row.original)}
                          </TextLink>
                        ) : (
                          column.cell(row.original)
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
          </tbody>
        </table>
        {query.data && rows.length === 0 && <NoRows list={list} empty={props.empty} />}
      </div>
      {(nextCursor || list.cursor) && (
        <Group justify="flex-end" gap="xs" component="nav" aria-label={t("table.page", { page: list.page })}>
          {list.cursor && !list.canGoBack && (
            <Button variant="default" size="xs" onClick={list.first}>
              {t("table.first")}
            </Button>
          )}
          <Button
            variant="default"
            size="xs"
            leftSection={<IconChevronLeft size={15} aria-hidden />}
            disabled={!list.canGoBack}
            onClick={list.previous}
          >
            {t("action.previous")}
          </Button>
          <Text size="sm" c="dimmed">
            {t("table.page", { page: list.page })}
          </Text>
          <Button
            variant="default"
            size="xs"
            rightSection={<IconChevronRight size={15} aria-hidden />}
            disabled={!nextCursor}
            onClick={() => nextCursor && list.next(nextCursor)}
          >
            {t("action.next")}
          </Button>
        </Group>
      )}
      {hasBulk && <BulkBar actions={props.bulk ?? []} selected={selected} onClear={() => setSelection({})} />}
    </div>
  );
}
