import "./catalog.css";
import { Alert, SimpleGrid, Text } from "@mantine/core";
import { IconCalculator } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, type client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Page } from "../../ui/page.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { Money } from "../../ui/values.tsx";
import { PriceSteps } from "../quotes/price-steps.tsx";
import { CatalogTabs } from "./catalog-tabs.tsx";
import { type Trial, TrialForm } from "./trial-form.tsx";

type Answer = Awaited<ReturnType<typeof client.pricing.preview>>;

/** What some lines would cost a customer on a day, and why: nothing is written. */
export default function TryAPrice() {
  const t = useT("catalog");
  const [asked, setAsked] = useState<Trial>();
  const [isStale, setStale] = useState(false);
  const preview = useMutation(api.pricing.preview.mutationOptions());
  const ask = (trial: Trial): void => {
    setAsked(trial);
    setStale(false);
    preview.mutate(trial);
  };
  return (
    <Page title={t("common:area.catalog")}>
      <CatalogTabs />
      <div className="tl-trial">
        <TrialForm busy={preview.isPending} onTry={ask} onChange={() => setStale(true)} />
        <div className="tl-trial-answer" aria-live="polite">
          {preview.error ? (
            <ErrorState error={preview.error} />
          ) : preview.data ? (
            <>
              {isStale && (
                <Alert color="yellow" p="xs">
                  {t("try.stale")}
                </Alert>
              )}
              <Answered answer={preview.data} currency={asked?.currency ?? "EUR"} />
            </>
          ) : (
            <EmptyState icon={IconCalculator} title={t("try.title")} text={t("try.text")} />
          )}
        </div>
      </div>
    </Page>
  );
}

function Answered({ answer, currency }: { answer: Answer; currency: string }) {
  const t = useT("catalog");
  const format = useFormat();
  return (
    <>
      <Panel title={t("try.total")}>
        <dl className="tl-sums">
          <Sum name={t("try.list")} minor={answer.listMinor} currency={currency} />
          <Sum name={t("try.net")} minor={answer.netMinor} currency={currency} />
          {answer.taxes.map((tax) => (
            <Sum
              key={tax.category + tax.percent}
              name={t("try.tax", { percent: format.percent(Number(tax.percent) / 100, 2) })}
              minor={tax.taxMinor}
              currency={currency}
            />
          ))}
          <Sum name={t("try.toPay")} minor={answer.totalMinor} currency={currency} strong />
        </dl>
        <Text size="xs" c="dimmed" mt="xs">
          {t("try.period")}
        </Text>
      </Panel>
      <SimpleGrid cols={{ base: 1, xl: answer.lines.length > 1 ? 2 : 1 }} spacing="md">
        {answer.lines.map((line) => (
          <Panel
            key={line.id}
            title={`${format.number(line.quantity, 6)} × ${line.name[format.locale]}`}
            action={
              <Text fw={620} component="span">
                <Money minor={line.netMinor} currency={currency} />
              </Text>
            }
          >
            <PriceSteps price={line.why} />
          </Panel>
        ))}
      </SimpleGrid>
    </>
  );
}

const Sum = (props: { name: string; minor: string | bigint; currency: string; strong?: boolean }) => (
  <div data-strong={props.strong || undefined}>
    <dt>{props.name}</dt>
    <dd>
      <Money minor={props.minor} currency={props.currency} />
    </dd>
  </div>
);
