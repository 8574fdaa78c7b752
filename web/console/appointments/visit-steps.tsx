import { Button, Group, NumberInput, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { CompleteForm } from "./complete-form.tsx";
import type { VisitDetail } from "./visit-words.ts";

/** The next step of a visit, and only that one: leave, arrive, finish with proof. */
export function VisitSteps({ visit }: { visit: VisitDetail }) {
  const t = useT("appointments");
  const [eta, setEta] = useState(20);
  const [missing, setMissing] = useState<"customer" | "technician">();
  const depart = useWrite(api.appointments.depart.mutationOptions(), { done: t("done.departed") });
  const arrive = useWrite(api.appointments.arrive.mutationOptions(), { done: t("done.arrived") });
  const miss = useWrite(api.appointments.miss.mutationOptions(), { done: t("done.missed") });
  const appointmentId = visit.id;
  const { status } = visit;
  if (!["booked", "dispatched", "arrived"].includes(status)) return null;
  return (
    <Panel title={t("step.title")}>
      <Stack gap="md">
        {status === "booked" && (
          <>
            <NumberInput
              label={t("step.eta")}
              description={t("step.etaHelp")}
              suffix=" min"
              size="md"
              min={1}
              max={480}
              value={eta}
              onChange={(next) => setEta(Number(next) || 1)}
            />
            <Button size="lg" loading={depart.isPending} onClick={() => depart.mutate({ appointmentId, etaMinutes: eta })}>
              {t("step.depart")}
            </Button>
          </>
        )}
        {(status === "dispatched" || status === "booked") && (
          <Button
            size="lg"
            variant={status === "booked" ? "default" : "filled"}
            loading={arrive.isPending}
            onClick={() => arrive.mutate({ appointmentId })}
          >
            {t("step.arrive")}
          </Button>
        )}
        {status === "arrived" && <CompleteForm appointmentId={appointmentId} />}
        <div>
          <Text size="sm" c="dimmed" mb={6}>
            {t("step.notPossible")}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={() => setMissing("customer")}>
              {t("miss.customer")}
            </Button>
            <Button variant="default" onClick={() => setMissing("technician")}>
              {t("miss.technician")}
            </Button>
          </Group>
        </div>
      </Stack>
      <ReasonDialog
        title={t("miss.title")}
        label={t("miss.reason")}
        action={t("miss.action")}
        danger
        maxLength={300}
        opened={!!missing}
        onClose={() => setMissing(undefined)}
        onSubmit={(reason) => miss.mutateAsync({ appointmentId, by: missing ?? "customer", reason })}
      />
    </Panel>
  );
}
