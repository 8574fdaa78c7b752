import { Badge, Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconBuildingBank, IconFileImport } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { type Format, useFormat } from "../../i18n/use-format.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { DateTime } from "../../ui/values.tsx";
import { ImportStatement } from "./import-statement.tsx";

type Statement = Awaited<ReturnType<typeof client.payments.statements>>["rows"][number];

/** The bank statements taken, the latest first: how many movements each had, and what still waits for a hand. */
export default function StatementList() {
  const t = useT("payments");
  const format = useFormat();
  const can = useCan();
  const list = useListState();
  const [importing, setImporting] = useState(false);
  const statements = useQuery({
    ...api.payments.statements.queryOptions({ input: { limit: 200 } }),
    ...live("payment", "statement", "bank_statement"),
  });
  const columns = useMemo(() => columnsOf(t, format), [t, format]);
  const importButton = can("match payments") && (
    <Button leftSection={<IconFileImport size={16} aria-hidden />} onClick={() => setImporting(true)}>
      {t("action.import")}
    </Button>
  );
  return (
    <Page
      title={t("statements.title")}
      subtitle={t("statements.subtitle")}
      crumbs={[{ label: t("common:area.payments"), to: "/payments" }, { label: t("statements.title") }]}
      actions={importButton}
    >
      <DataTable
        id="statements"
        label={t("statements.title")}
        list={list}
        query={statements}
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.reference}
        empty={
          <EmptyState
            icon={IconBuildingBank}
            title={t("statements.empty")}
            text={t("statements.emptyText")}
            action={importButton}
          />
        }
      />
      {importing && <ImportStatement onClose={() => setImporting(false)} />}
    </Page>
  );
}

const columnsOf = (t: T, format: Format): Column<Statement>[] => [
  { id: "at", header: t("statements.at"), cell: (row) => <DateTime value={row.importedAt} time /> },
  { id: "reference", header: t("col.reference"), cell: (row) => row.reference },
  { id: "iban", header: "IBAN", cell: (row) => row.iban.replace(/(.{4})(?=.)/g, "$1 ") },
  { id: "entries", header: t("statements.entries"), align: "right", cell: (row) => format.number(row.entries) },
  { id: "matched", header: t("statements.matched"), align: "right", cell: (row) => format.number(row.matched) },
  {
    id: "unmatched",
    header: t("col.unused"),
    align: "right",
    cell: (row) =>
      row.unmatched > 0 ? (
        <TextLink to="/payments" search={{ open: "yes" }} aria-label={t("statements.toMatch", { count: row.unmatched })}>
          {format.number(row.unmatched)}
        </TextLink>
      ) : (
        <Badge color="teal">{t("statements.none")}</Badge>
      ),
  },
];
