import { Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { Money } from "../../ui/values.tsx";

/** What the customer's next invoice will say, by the same functions that will make it. */
export function NextInvoice({ customerId }: { customerId: string }) {
  const t = useT("subscriptions");
  const format = useFormat();
  const preview = useQuery({
    ...api.invoices.preview.queryOptions({ input: { customerId } }),
    ...live("usage", "subscription", "invoice", "charge"),
  });
  return (
    <Panel title={t("preview.title")}>
      <Loaded query={preview}>
        {({ asOf, documents }) =>
          documents.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t("preview.nothing")}
            </Text>
          ) : (
            <>
              {documents.map((document) => (
                <div key={document.currency}>
                  {document.lines.map((line, index) => (
                    <Group key={`${index} ${line.name}`} justify="space-between" wrap="nowrap" gap="xs">
                      <Text size="sm">
                        {line.name}
                        {line.serviceFrom && line.serviceTo && line.serviceFrom !== line.serviceTo && (
                          <Text size="xs" c="dimmed" span display="block">
                            {format.date(line.serviceFrom)} – {format.date(line.serviceTo)}
                          </Text>
                        )}
                      </Text>
                      <Text size="sm" span>
                        <Money minor={line.netMinor} currency={document.currency} />
                      </Text>
                    </Group>
                  ))}
                  <Group justify="space-between" mt={6}>
                    <Text size="sm" fw={600}>
                      {t("preview.total")}
                    </Text>
                    <Text size="sm" fw={600} span>
                      <Money minor={document.totalMinor} currency={document.currency} />
                    </Text>
                  </Group>
                </div>
              ))}
              <Text size="xs" c="dimmed" mt={6}>
                {t("preview.asOf", { day: format.date(asOf) })}
              </Text>
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
