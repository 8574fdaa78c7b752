import "./appointments.css";
import { Anchor, Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { IconCalendarTime } from "@tabler/icons-react";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { Facts, Panel } from "../../ui/record-page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { DateTime } from "../../ui/values.tsx";
import { BookDialog } from "./book-dialog.tsx";
import { Proofs } from "./proofs.tsx";
import { VisitSteps } from "./visit-steps.tsx";
import { addressOf, mapUrl, type VisitDetail, visitNouns, visitTone } from "./visit-words.ts";

/** One visit, one column: what to do now first, so that it works on a phone in front of a door. */
export default function VisitScreen() {
  const { appointmentId = "" } = useParams({ strict: false });
  const query = useQuery({
    ...api.appointments.show.queryOptions({ input: { appointmentId } }),
    ...live(...visitNouns),
  });
  return <Loaded query={query}>{(visit) => <VisitPage visit={visit} />}</Loaded>;
}

function VisitPage({ visit }: { visit: VisitDetail }) {
  const t = useT("appointments");
  const format = useFormat();
  const can = useCan();
  const [moving, setMoving] = useState(false);
  return (
    <Page
      title={visit.customerName}
      subtitle={`${format.day(visit.startsAt)}, ${format.time(visit.startsAt)}–${format.time(visit.endsAt)}`}
      crumbs={[{ label: t("common:area.appointments"), to: "/appointments" }, { label: visit.orderNumber }]}
      badges={<StatusBadge status={visit.status} tone={visitTone[visit.status]} label={t(`status.${visit.status}`)} />}
      actions={
        visit.status === "booked" &&
        can("book appointments") && (
          <Button variant="default" leftSection={<IconCalendarTime size={16} aria-hidden />} onClick={() => setMoving(true)}>
            {t("move.action")}
          </Button>
        )
      }
    >
      <div className="tl-visit-page">
        {can("do visits") && <VisitSteps visit={visit} />}
        <Panel title={t("common:record.facts")}>
          <Facts
            facts={[
              {
                label: t("fact.address"),
                value: (
                  <Anchor size="sm" href={mapUrl(visit.address)} target="_blank" rel="noreferrer">
                    {addressOf(visit.address)}
                  </Anchor>
                ),
              },
              { label: t("technician"), value: visit.technicianName },
              {
                label: t("fact.order"),
                value: (
                  <TextLink to="/orders/$orderId" params={{ orderId: visit.orderId }} size="sm">
                    {visit.orderNumber}
                  </TextLink>
                ),
              },
              ...(visit.etaAt ? [{ label: t("fact.eta"), value: <DateTime value={visit.etaAt} time /> }] : []),
              ...(visit.arrivedAt ? [{ label: t("fact.arrived"), value: <DateTime value={visit.arrivedAt} time /> }] : []),
              ...(visit.completedAt ? [{ label: t("fact.completed"), value: <DateTime value={visit.completedAt} time /> }] : []),
              ...(visit.confirmedAt ? [{ label: t("fact.confirmed"), value: <DateTime value={visit.confirmedAt} time /> }] : []),
            ]}
          />
          {visit.notes && (
            <Text size="sm" mt="sm">
              {visit.notes}
            </Text>
          )}
        </Panel>
        {visit.proofs.length > 0 && <Proofs visit={visit} />}
      </div>
      {moving && <BookDialog order={visit} moves={visit.id} onClose={() => setMoving(false)} />}
    </Page>
  );
}
