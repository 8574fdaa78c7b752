import { Paper, Table, Text, Title } from "@mantine/core";
import type { client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";

/** Leads and those won, by where they came from. */
export function LeadsReport({ report }: { report: Awaited<ReturnType<typeof client.reports.leads>> }) {
  const t = useT("reports");
  const format = useFormat();
  return (
    <Paper component="section" withBorder p="md" aria-labelledby="leads-report">
      <Title order={2} size="h3" id="leads-report">
        {t("leads.title")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t("leads.note", { leads: format.number(report.leads), won: format.number(report.won) })}
      </Text>
      {report.bySource.length === 0 ? (
        <Text size="sm">{t("leads.none")}</Text>
      ) : (
        <Table.ScrollContainer minWidth={420}>
          <Table striped>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("leads.source")}</Table.Th>
                <Table.Th ta="right">{t("leads.count")}</Table.Th>
                <Table.Th ta="right">{t("leads.won")}</Table.Th>
                <Table.Th ta="right">{t("leads.conversion")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {report.bySource.map((row) => (
                <Table.Tr key={row.source}>
                  <Table.Td>{row.source}</Table.Td>
                  <Table.Td ta="right">{format.number(row.leads)}</Table.Td>
                  <Table.Td ta="right">{format.number(row.won)}</Table.Td>
                  <Table.Td ta="right">{format.percent(row.conversionPercent / 100, 2)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Paper>
  );
}
