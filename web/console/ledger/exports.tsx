import { Anchor, Button, Group, SegmentedControl, Stack, Table, Text } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useQuery } from "@tanstack/react-query";
import { IconFileExport } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { DateTime } from "../../ui/values.tsx";
import { LedgerFrame } from "./ledger-frame.tsx";
import { now } from "../../api/now.ts";

/** The journal as files for finance, each kept with its hash. */
export default function Exports() {
  const t = useT("ledger");
  const format = useFormat();
  const can = useCan();
  const exports = useQuery({ ...api.ledger.exports.queryOptions({ input: {} }), ...live("journal") });
  return (
    <LedgerFrame view="exports">
      <Stack gap="md">
        {can("export the journal") && <NewExport />}
        <Loaded query={exports}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState icon={IconFileExport} title={t("exports.empty")} text={t("exports.emptyText")} />
            ) : (
              <Panel title={t("exports.made")}>
                <div className="tl-scroll" role="group" aria-label={t("exports.made")} tabIndex={0}>
                  <Table fz="sm">
                    <Table.Tbody>
                      {rows.map((row) => (
                        <Table.Tr key={row.id}>
                          <Table.Td>
                            <Anchor size="sm" href={`/api/ledger/exports/${row.id}/file`} download={row.fileName}>
                              {row.fileName}
                            </Anchor>
                            <Text size="xs" c="dimmed">
                              SHA-256 {row.sha256.slice(0, 16)}…
                            </Text>
                          </Table.Td>
                          <Table.Td>
                            <DateTime value={row.from} /> – <DateTime value={row.to} />
                          </Table.Td>
                          <Table.Td ta="right">
                            {t("exports.entries", { count: row.entries, n: format.number(row.entries) })}
                          </Table.Td>
                          <Table.Td>
                            <DateTime value={row.exportedAt} time />
                          </Table.Td>
                        </Table.Tr>
                      ))}
                    </Table.Tbody>
                  </Table>
                </div>
              </Panel>
            )
          }
        </Loaded>
      </Stack>
    </LedgerFrame>
  );
}

function NewExport() {
  const t = useT("ledger");
  const year = new Date(now()).getFullYear();
  const [kind, setKind] = useState<"fec" | "csv">("fec");
  const [from, setFrom] = useState<string | null>(`${year}-01-01`);
  const [to, setTo] = useState<string | null>(`${year}-12-31`);
  const write = useWrite(api.ledger.export.mutationOptions(), { done: t("done.exported") });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (from && to) write.mutate({ from, to, format: kind });
  };
  return (
    <Panel title={t("exports.new")}>
      <form onSubmit={submit}>
        <Group align="end">
          <SegmentedControl
            aria-label={t("exports.format")}
            value={kind}
            onChange={(value) => setKind(value as "fec" | "csv")}
            data={[
              { value: "fec", label: "FEC" },
              { value: "csv", label: "CSV" },
            ]}
          />
          <DatePickerInput label={t("exports.from")} valueFormat="DD/MM/YYYY" value={from} onChange={setFrom} w={150} />
          <DatePickerInput label={t("exports.to")} valueFormat="DD/MM/YYYY" value={to} onChange={setTo} w={150} />
          <Button type="submit" loading={write.isPending} disabled={!from || !to}>
            {t("action.export")}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}
