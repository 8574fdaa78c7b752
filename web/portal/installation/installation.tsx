import { Alert, Button, Card, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { DateTime } from "../../ui/values.tsx";
import { DoneCard } from "../done-card.tsx";
import { PortalPage } from "../portal-page.tsx";
import { usePortalMe } from "../session.ts";

/** The customer says that everything works, and whether it did at the first visit. From here their subscription runs. */
export default function Installation() {
  const { orderId = "" } = useParams({ strict: false });
  const t = useT("portal-orders");
  const visit = useQuery({
    ...api.appointments.myAppointment.queryOptions({ input: { orderId } }),
    ...live("appointment", "installation", "technician"),
  });
  const back = (
    <LinkButton size="md" variant="default" to="/portal/orders/$orderId" params={{ orderId }}>
      {t("confirm.back")}
    </LinkButton>
  );
  return (
    <PortalPage width="narrow" title={t("confirm.title")}>
      <Loaded query={visit}>
        {(data) =>
          data?.status === "completed" ? (
            <ConfirmForm appointmentId={data.id} technician={data.technicianName} completedAt={data.completedAt} />
          ) : data?.status === "confirmed" ? (
            <DoneCard title={t("confirm.thanks")} text={t("confirm.thanksText")}>
              <div className="tl-portal-next">{back}</div>
            </DoneCard>
          ) : (
            <Alert color="indigo" title={t("confirm.tooEarly")}>
              <Text mb="md">{t("confirm.tooEarlyText")}</Text>
              {back}
            </Alert>
          )
        }
      </Loaded>
    </PortalPage>
  );
}

function ConfirmForm(props: { appointmentId: string; technician: string; completedAt: string | null }) {
  const t = useT("portal-orders");
  const me = usePortalMe();
  const { key } = useSubmitKey();
  const [right, setRight] = useState("");
  const [name, setName] = useState(me ? `${me.firstName} ${me.lastName}`.trim() : "");
  const confirm = useWrite(api.appointments.confirmMine.mutationOptions({ context: { idempotencyKey: key } }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    confirm.mutate({ appointmentId: props.appointmentId, firstTimeRight: right === "yes", name: name.trim() });
  };
  return (
    <Card padding="lg">
      <form onSubmit={submit}>
        <Stack gap="lg">
          <Text>
            {t("confirm.intro", { name: props.technician })} <DateTime value={props.completedAt} time />
          </Text>
          <Radio.Group label={t("confirm.question")} size="md" value={right} onChange={setRight} required>
            <Stack gap="sm" mt="sm">
              <Radio size="md" value="yes" label={t("confirm.yes")} />
              <Radio size="md" value="no" label={t("confirm.no")} />
            </Stack>
          </Radio.Group>
          <TextInput
            size="md"
            label={t("confirm.name")}
            required
            maxLength={80}
            autoComplete="name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" size="md" loading={confirm.isPending} disabled={!right || !name.trim()}>
            {t("confirm.action")}
          </Button>
          <Text size="sm" c="dimmed">
            {t("confirm.help")}{" "}
            <LinkButton size="compact-sm" variant="subtle" to="/portal/chat">
              {t("area.chat")}
            </LinkButton>
          </Text>
        </Stack>
      </form>
    </Card>
  );
}
