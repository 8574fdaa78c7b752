import { SegmentedControl, Table, Text } from "@mantine/core";
import { useState } from "react";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { Money } from "../../ui/values.tsx";
import type { Results } from "./campaign-words.ts";

/** Where the leads came from, credited to the first time they were seen or to the last marked visit before the form. */
export function TouchesPanel({ touches }: { touches: Results["touches"] }) {
  const t = useT("campaigns");
  const format = useFormat();
  const [model, setModel] = useState<"first" | "last">("first");
  const rows = touches.filter((row) => row.model === model);
  const most = Math.max(1, ...rows.map((row) => row.leads));
  return (
    <Panel
      title={t("touches.title")}
      action={
        <SegmentedControl
          size="xs"
          aria-label={t("touches.model")}
          value={model}
          onChange={(value) => setModel(value as "first" | "last")}
          data={[
            { value: "first", label: t("touches.first") },
            { value: "last", label: t("touches.last") },
          ]}
        />
      }
    >
      <Text size="xs" c="dimmed" mb="xs">
        {t(`touches.${model}Text`)}
      </Text>
      <div className="tl-scroll">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("touches.source")}</Table.Th>
              <Table.Th className="tl-touch-bar-col">
                <span className="tl-hidden">{t("touches.share")}</span>
              </Table.Th>
              <Table.Th ta="right">{t("figure.leads")}</Table.Th>
              <Table.Th ta="right">{t("figure.opportunities")}</Table.Th>
              <Table.Th ta="right">{t("figure.revenue")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={`${row.source}/${row.medium ?? ""}`}>
                <Table.Td>
                  {row.source === "direct" ? t("touches.direct") : row.source}
                  {row.medium && (
                    <Text size="xs" c="dimmed" span>
                      {" "}
                      / {row.medium}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <span className="tl-touch-bar" style={{ width: `${(row.leads / most) * 100}%` }} aria-hidden />
                </Table.Td>
                <Table.Td ta="right">{format.number(row.leads)}</Table.Td>
                <Table.Td ta="right">{format.number(row.opportunities)}</Table.Td>
                <Table.Td ta="right">
                  {row.money.length === 0
                    ? "–"
                    : row.money.map((sum) => (
                        <div key={sum.currency}>
                          <Money minor={sum.orderedMinor} currency={sum.currency} />
                        </div>
                      ))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Panel>
  );
}
