import { Card, Group, Text, Title } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import type { MyVisit } from "./track-steps.ts";

/** The visit as it stands: choose it, move it, see who comes and when, confirm that it works. */
export function VisitCard({ orderId, visit }: { orderId: string; visit: MyVisit }) {
  const t = useT("portal-orders");
  const format = useFormat();
  return (
    <Card padding="lg" aria-live="polite">
      <Title order={2} size="h3">
        {t("visit.title")}
      </Title>
      {visit ? (
        <>
          <Text mt={6} size="lg" fw={600} className="tl-first-upper">
            {t("visit.window", {
              day: format.day(visit.startsAt),
              from: format.time(visit.startsAt),
              to: format.time(visit.endsAt),
            })}
          </Text>
          <Text size="sm" c="dimmed">
            {t(`visit.${visit.status}`, { name: visit.technicianName })}
            {visit.status === "dispatched" && visit.etaAt && ` ${t("visit.eta", { time: format.time(visit.etaAt) })}`}
          </Text>
        </>
      ) : (
        <Text mt={6}>{t("visit.choose")}</Text>
      )}
      <Group mt={!visit || visit.status === "booked" || visit.status === "completed" ? "md" : 0} gap="xs">
        {!visit && (
          <LinkButton size="md" to="/portal/orders/$orderId/appointment" params={{ orderId }}>
            {t("visit.chooseAction")}
          </LinkButton>
        )}
        {visit?.status === "booked" && (
          <LinkButton size="md" variant="default" to="/portal/orders/$orderId/appointment" params={{ orderId }}>
            {t("visit.move")}
          </LinkButton>
        )}
        {visit?.status === "completed" && (
          <LinkButton size="md" to="/portal/orders/$orderId/installation" params={{ orderId }}>
            {t("visit.confirm")}
          </LinkButton>
        )}
      </Group>
    </Card>
  );
}
