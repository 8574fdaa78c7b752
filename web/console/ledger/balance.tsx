import { Alert, Stack, Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Chart } from "../../ui/chart.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { Money } from "../../ui/values.tsx";
import { LedgerFrame } from "./ledger-frame.tsx";

/** Trial balance with the checks that must hold, and revenue month by month: earned, and promised. */
export default function Balance() {
  const t = useT("ledger");
  const format = useFormat();
  const balance = useQuery({ ...api.ledger.balance.queryOptions({ input: {} }), ...live("revenue", "invoice", "payment") });
  const revenue = useQuery({ ...api.ledger.revenue.queryOptions(), ...live("revenue", "invoice") });
  return (
    <LedgerFrame view="balance">
      <Stack gap="md">
        <Loaded query={balance}>
          {({ rows, checks }) => (
            <>
              <Alert
                color={checks.agree ? "teal" : "red"}
                icon={checks.agree ? <IconCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
              >
                {t(checks.agree ? "check.agree" : "check.differ", {
                  ledger: format.money(checks.receivableMinor, "EUR"),
                  open: format.money(checks.openMinor, "EUR"),
                })}
              </Alert>
              <Panel title={t("view.balance")}>
                <div className="tl-scroll" role="group" aria-label={t("view.balance")} tabIndex={0}>
                  <Table fz="sm">
                    <Table.Thead>
                      <Table.Tr>
                        <Table.Th scope="col">{t("col.account")}</Table.Th>
                        <Table.Th scope="col" ta="right">
                          {t("col.debit")}
                        </Table.Th>
                        <Table.Th scope="col" ta="right">
                          {t("col.credit")}
                        </Table.Th>
                        <Table.Th scope="col" ta="right">
                          {t("col.balance")}
                        </Table.Th>
                      </Table.Tr>
                    </Table.Thead>
                    <Table.Tbody>
                      {rows.map((row) => (
                        <Table.Tr key={`${row.account}${row.currency}`}>
                          <Table.Td>
                            {row.account} {row.name}
                          </Table.Td>
                          <Table.Td ta="right">
                            <Money minor={row.debitMinor} currency={row.currency} />
                          </Table.Td>
                          <Table.Td ta="right">
                            <Money minor={row.creditMinor} currency={row.currency} />
                          </Table.Td>
                          <Table.Td ta="right">
                            <Money minor={row.balanceMinor} currency={row.currency} />
                          </Table.Td>
                        </Table.Tr>
                      ))}
                    </Table.Tbody>
                  </Table>
                </div>
              </Panel>
            </>
          )}
        </Loaded>
        <Loaded query={revenue}>
          {({ rows }) => (
            <Chart
              title={t("revenue.title")}
              note={t("revenue.note")}
              kind="stacked"
              x="month"
              xLabel={t("revenue.month")}
              data={rows.map((row) => ({
                month: format.month(row.month),
                recognised: Number(row.recognisedMinor) / 100,
                toCome: Number(row.toComeMinor) / 100,
              }))}
              series={[
                { key: "recognised", label: t("revenue.recognised") },
                { key: "toCome", label: t("revenue.toCome"), color: "gray.5" },
              ]}
              value={(amount) => format.money(BigInt(Math.round(amount * 100)), "EUR")}
            />
          )}
        </Loaded>
      </Stack>
    </LedgerFrame>
  );
}
