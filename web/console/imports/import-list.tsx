import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconPlus, IconTableImport } from "@tabler/icons-react";
import { useMemo } from "react";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { Named, RelativeTime } from "../../ui/values.tsx";
import { type ImportRow, importTone } from "./import-words.ts";

/** Every file that was sent, newest first: what became of it, and the way to take it out again. */
export default function ImportList() {
  const t = useT("imports");
  const format = useFormat();
  const list = useListState();
  const imports = useQuery({
    ...api.imports.list.queryOptions({ input: { cursor: list.cursor } }),
    ...live("import"),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => columnsOf(t, format.number), [t, format.number]);
  const create = (
    <LinkButton to="/imports/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t("new")}
    </LinkButton>
  );
  return (
    <Page title={t("common:area.imports")} actions={create}>
      <DataTable
        id="imports"
        label={t("common:area.imports")}
        list={list}
        query={imports}
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.fileName}
        open={(row) => ({ to: "/imports/$importId", params: { importId: row.id } })}
        empty={<EmptyState icon={IconTableImport} title={t("empty.title")} text={t("empty.text")} action={create} />}
      />
    </Page>
  );
}

const columnsOf = (t: T, number: (value: number) => string): Column<ImportRow>[] => {
  const count = (id: "rows" | "created" | "unchanged" | "marked" | "errors"): Column<ImportRow> => ({
    id,
    header: t(`count.${id}`),
    align: "right",
    cell: (row) => (row.status === "ready" ? "–" : number(row[id])),
  });
  return [
    { id: "file", header: t("col.file"), cell: (row) => <Named name={row.fileName} note={t(`kind.${row.kind}`)} /> },
    {
      id: "status",
      header: t("col.status"),
      cell: (row) => <StatusBadge status={row.status} tone={importTone[row.status]} label={t(`status.${row.status}`)} />,
    },
    count("rows"),
    count("created"),
    count("unchanged"),
    count("marked"),
    count("errors"),
    { id: "created_at", header: t("col.sent"), cell: (row) => <RelativeTime value={row.createdAt} /> },
  ];
};
