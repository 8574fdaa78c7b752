import { Button, Group, Text } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Facts, Panel, RecordPage } from "../../ui/record-page.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { DateTime, Money } from "../../ui/values.tsx";
import { EventTimeline } from "../event-timeline.tsx";
import { PriceText } from "./price-text.tsx";
import { PricesPanel } from "./prices-panel.tsx";
import { RecommendationsPanel } from "./recommendations-panel.tsx";
import { taxName } from "./tax-name.ts";

export type OfferingDetail = Awaited<ReturnType<typeof client.catalog.show>>;

/** One offering: what it is, how it reaches the customer, its prices in each book, its versions. */
export default function Offering() {
  const { offeringId = "" } = useParams({ strict: false });
  const query = useQuery({ ...api.catalog.show.queryOptions({ input: { offeringId } }), ...live("offering") });
  return (
    <Loaded query={query} skeleton={<CardSkeletons cards={3} />}>
      {(offering) => <OfferingRecord offering={offering} />}
    </Loaded>
  );
}

function OfferingRecord({ offering }: { offering: OfferingDetail }) {
  const t = useT("catalog");
  const { locale } = useFormat();
  const can = useCan();
  const offeringId = offering.id;
  const publish = useWrite(api.catalog.publish.mutationOptions(), { done: t("done.published") });
  const retire = useWrite(api.catalog.retire.mutationOptions(), { done: t("done.retired") });
  return (
    <RecordPage
      title={offering.name[locale]}
      subtitle={offering.sku}
      crumbs={[{ label: t("common:area.catalog"), to: "/catalog" }, { label: offering.sku }]}
      badges={
        <StatusBadge
          status={offering.status}
          tone={offering.status === "published" ? "good" : "neutral"}
          label={t(`status.${offering.status}`)}
        />
      }
      actions={
        can("change the catalogue") && (
          <>
            {offering.status === "published" && (
              <Button variant="default" loading={retire.isPending} onClick={() => retire.mutate({ offeringId })}>
                {t("action.retire")}
              </Button>
            )}
            {offering.status !== "retired" && (
              <LinkButton
                variant="default"
                to="/catalog/offerings/$offeringId/edit"
                params={{ offeringId }}
                leftSection={<IconPencil size={16} aria-hidden />}
              >
                {t("action.edit")}
              </LinkButton>
            )}
            {offering.status === "draft" && (
              <Button loading={publish.isPending} onClick={() => publish.mutate({ offeringId })}>
                {t("action.publish")}
              </Button>
            )}
          </>
        )
      }
      next={offering.changed && <NotYetPublished offering={offering} />}
      facts={<OfferingFacts offering={offering} />}
      timeline={<EventTimeline about={{ subjectId: offeringId }} nouns={["offering"]} />}
      related={
        <>
          <PricesPanel offering={offering} />
          {offering.meters.length > 0 && (
            <Panel title={t("meters.title")}>
              <ul className="tl-plain-list">
                {offering.meters.map((meter) => (
                  <li key={meter.meter}>
                    <Text size="sm" fw={550}>
                      {meter.meter} ({meter.unit})
                    </Text>
                    <Text size="sm" component="div">
                      <PriceText price={meter.model} currency="EUR" everyMonths={null} unit={meter.unit} />
                    </Text>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          {offering.status !== "retired" && <RecommendationsPanel offering={offering} />}
          <Panel title={t("versions.title")}>
            {offering.versions.length === 0 && <Text size="sm">{t("versions.none")}</Text>}
            <ul className="tl-plain-list">
              {offering.versions.map((version) => (
                <li key={version.version}>
                  <Text size="sm" component="div">
                    {t("versions.nth", { n: version.version })} · <DateTime value={version.publishedAt} time />
                  </Text>
                </li>
              ))}
            </ul>
          </Panel>
        </>
      }
    />
  );
}

/** What customers buy is the last version; what was changed since waits to be published. */
function NotYetPublished({ offering }: { offering: OfferingDetail }) {
  const t = useT("catalog");
  const can = useCan();
  const publish = useWrite(api.catalog.publish.mutationOptions(), { done: t("done.published") });
  return (
    <Group justify="space-between" gap="sm">
      <Text size="sm">{t("changed.text", { n: offering.version })}</Text>
      {can("change the catalogue") && (
        <Button size="xs" loading={publish.isPending} onClick={() => publish.mutate({ offeringId: offering.id })}>
          {t("changed.publish", { n: offering.version + 1 })}
        </Button>
      )}
    </Group>
  );
}

function OfferingFacts({ offering }: { offering: OfferingDetail }) {
  const t = useT("catalog");
  const { locale } = useFormat();
  return (
    <Facts
      facts={[
        { label: t("col.kind"), value: t(`kind.${offering.kind}`) },
        { label: t("col.family"), value: offering.family },
        { label: t("fact.description"), value: offering.description[locale] || "–" },
        { label: t("col.delivery"), value: t(`delivery.${offering.delivery}`) },
        { label: t("col.leadTime"), value: t("days", { count: offering.leadTimeDays }) },
        { label: t("fact.taxClass"), value: taxName(t, offering.taxClass) },
        ...(offering.unitCostMinor === null
          ? []
          : [{ label: t("fact.cost"), value: <Money minor={offering.unitCostMinor} currency="EUR" /> }]),
        ...(offering.everyMonths ? [{ label: t("fact.period"), value: t("months", { count: offering.everyMonths }) }] : []),
        ...(offering.termMonths ? [{ label: t("fact.term"), value: t("months", { count: offering.termMonths }) }] : []),
        ...offering.characteristics.map((one) => ({
          label: one.label[locale],
          value: one.values.map((value) => value.label[locale]).join(", "),
        })),
      ]}
    />
  );
}
