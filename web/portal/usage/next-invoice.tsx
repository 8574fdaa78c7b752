import { Card, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Explanation } from "../../ui/explanation.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Money } from "../../ui/values.tsx";
import "../invoices/invoice.css";

/** What my next invoice will say if nothing more happens, worked out as the invoice itself will be. */
export function NextInvoice() {
  const t = useT("portal-usage");
  const format = useFormat();
  const preview = useQuery({
    ...api.invoices.myNextInvoice.queryOptions(),
    ...live("usage", "subscription", "invoice", "charge"),
    retry: false,
  });
  if (preview.isError) return null;
  return (
    <Loaded query={preview}>
      {({ asOf, documents }) => (
        <>
          {documents.map((document) => (
            <Card key={document.currency} padding="lg" component="section">
              <Title order={2} size="h4" mb="md">
                {t("next.title", { day: format.date(asOf) })}
              </Title>
              <div className="tl-invoice">
                {document.lines.map((line, index) => (
                  <details key={`${index} ${line.name}`}>
                    <summary>
                      <Text span>
                        {line.name}
                        {line.serviceFrom && line.serviceTo && line.serviceFrom !== line.serviceTo && (
                          <Text size="sm" c="dimmed" span display="block">
                            {format.days(line.serviceFrom, line.serviceTo)}
                          </Text>
                        )}
                      </Text>
                      <Text span>
                        <Money minor={line.netMinor} currency={document.currency} />
                      </Text>
                    </summary>
                    <Explanation label={line.name} steps={line.explanation} />
                  </details>
                ))}
              </div>
              <dl className="tl-portal-sums tl-portal-sums-after">
                <div data-strong>
                  <dt>{t("next.total")}</dt>
                  <dd>
                    <Money minor={document.totalMinor} currency={document.currency} />
                  </dd>
                </div>
              </dl>
              <Text size="xs" c="dimmed" mt="sm">
                {t("next.note")}
              </Text>
            </Card>
          ))}
        </>
      )}
    </Loaded>
  );
}
