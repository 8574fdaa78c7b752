import { Alert, Anchor, Badge, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { eventName } from "../../ui/timeline.tsx";
import { CausesDrawer } from "../causes-drawer.tsx";
import type { OneCase } from "./types.ts";
import { waitText } from "./words.ts";

/** One case from its first event to its last, with the waits between; every event opens why it happened. */
export function CaseSteps({ process, caseId, onBack }: { process: string; caseId: string; onBack: () => void }) {
  const t = useT("processes");
  const format = useFormat();
  const can = useCan();
  const [why, setWhy] = useState<string>();
  const query = useQuery(api.mining.oneCase.queryOptions({ input: { process, caseId } }));
  const ids = query.data?.steps.map((step) => step.eventId).slice(0, 200) ?? [];
  const events = useQuery({
    ...api.customers.events.queryOptions({ input: { ids, limit: 200 } }),
    enabled: ids.length > 0 && can("read customers"),
  });
  const told = new Map((events.data?.rows ?? []).map((event) => [event.id, event]));
  return (
    <Stack gap="sm">
      <Anchor component="button" type="button" size="sm" style={{ alignSelf: "start" }} onClick={onBack}>
        <IconArrowLeft size={14} aria-hidden /> {t("back")}
      </Anchor>
      <Loaded query={query}>
        {(one) => (
          <>
            <Group justify="space-between" align="start" wrap="nowrap">
              <div>
                <Text fw={650}>{one.name ?? one.customerName ?? t("nameless")}</Text>
                <Text size="sm" c="dimmed">
                  {t("lasted", { time: waitText(one.hours, format, t), count: one.steps.length })}
                </Text>
              </div>
              {one.customerId && can("read customers") && (
                <LinkButton
                  size="compact-sm"
                  variant="default"
                  to="/customers/$customerId"
                  params={{ customerId: one.customerId }}
                >
                  {one.customerName ?? t("customer")}
                </LinkButton>
              )}
            </Group>
            <Deviations one={one} t={t} />
            <ol className="tl-steps">
              {one.steps.map((step, index) => {
                const wrong = one.deviations.filter((each) => each.step === index + 1);
                const event = told.get(step.eventId);
                return (
                  <li key={step.eventId} data-wrong={wrong.length > 0 || undefined}>
                    {step.waitHours !== null && <span className="tl-steps-wait">{waitText(step.waitHours, format, t)}</span>}
                    <b>{eventName(step.activity, t)}</b>
                    {event && <span>{event.sentence[format.locale]}</span>}
                    <small>
                      {format.dateTime(step.occurredAt)}
                      {wrong.map((each) => (
                        <Badge key={each.class} size="xs" color="orange" ml={6}>
                          {t(`class.${each.class}`)}
                        </Badge>
                      ))}
                      {event?.hasCause && (
                        <button
                          type="button"
                          className="tl-quiet"
                          aria-label={t("common:timeline.whyLabel", { event: eventName(step.activity, t) })}
                          onClick={() => setWhy(step.eventId)}
                        >
                          {t("common:timeline.why")}
                        </button>
                      )}
                    </small>
                  </li>
                );
              })}
            </ol>
          </>
        )}
      </Loaded>
      <CausesDrawer eventId={why} onClose={() => setWhy(undefined)} />
    </Stack>
  );
}

/** What this case left out, and where it waited longer than meant. */
function Deviations({ one, t }: { one: OneCase; t: T }) {
  const format = useFormat();
  const lines = [
    ...one.deviations.map((each) => t("filter.deviation", { kind: t(`class.${each.class}`), step: eventName(each.stage, t) })),
    ...one.late.map((each) =>
      t("lateBy", {
        step: eventName(each.stage, t),
        time: waitText(each.hours, format, t),
        meant: waitText(each.maxHours, format, t),
      }),
    ),
  ];
  if (lines.length === 0) return <Badge color="teal">{t("asMeant")}</Badge>;
  return (
    <Alert color="orange" variant="light" p="xs" title={t("notAsMeant")}>
      <ul className="tl-plain">
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </Alert>
  );
}
