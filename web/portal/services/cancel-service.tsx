import { Alert, Button, Card, Group, Modal, Stack, Text, Textarea, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { now } from "../../api/now.ts";
import { queryClient } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { explain } from "../../ui/error-state.tsx";
import { tell } from "../../ui/toast.tsx";
import { lastDay, type MySubscription } from "./types.ts";

/** Ending it: the day it will end is said before anything is confirmed. A term begun is served to its end. */
export function CancelService({ subscription }: { subscription: MySubscription }) {
  const t = useT("portal-services");
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { termEndsOn } = subscription;
  const day = termEndsOn && Date.parse(termEndsOn) > now() ? format.date(lastDay(termEndsOn)) : undefined;
  return (
    <Card padding="lg" component="section" aria-labelledby="end-it">
      <Title order={2} size="h4" id="end-it">
        {t("cancel.section")}
      </Title>
      <Text size="sm" c="dimmed" mt={4} mb="sm">
        {day ? t("cancel.atTerm", { day }) : t("cancel.atOnce")}
      </Text>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t("cancel.open")}
      </Button>
      {asking && <CancelDialog subscription={subscription} day={day} onClose={() => setAsking(false)} />}
    </Card>
  );
}

function CancelDialog(props: { subscription: MySubscription; day: string | undefined; onClose: () => void }) {
  const { subscription, day, onClose } = props;
  const t = useT("portal-services");
  const format = useFormat();
  const { key } = useSubmitKey();
  const [reason, setReason] = useState("");
  const cancel = useMutation(
    api.subscriptions.cancelMine.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async ({ endsOn }) => {
        await queryClient.invalidateQueries({ queryKey: api.subscriptions.key() });
        tell(Date.parse(endsOn) > now() ? t("cancel.done", { day: format.date(lastDay(endsOn)) }) : t("cancel.doneNow"));
        onClose();
      },
    }),
  );
  const field = cancel.error instanceof ApiError ? cancel.error.fields["reason"] : undefined;
  const problem = cancel.error && !field ? explain(cancel.error, t) : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    cancel.mutate({ subscriptionId: subscription.id, reason: reason.trim() });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("cancel.title", { name: subscription.name })}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          {problem && (
            <Alert role="alert" color="red" title={problem.title}>
              {problem.text}
            </Alert>
          )}
          <Alert color="yellow">{day ? t("cancel.willEnd", { day }) : t("cancel.willEndNow")}</Alert>
          <Textarea
            data-autofocus
            label={t("cancel.reason")}
            description={t("cancel.reasonHelp")}
            required
            autosize
            minRows={3}
            maxLength={300}
            value={reason}
            error={field}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("cancel.keep")}
            </Button>
            <Button type="submit" color="red" loading={cancel.isPending} disabled={!reason.trim()}>
              {day ? t("cancel.confirm", { day }) : t("cancel.confirmNow")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
