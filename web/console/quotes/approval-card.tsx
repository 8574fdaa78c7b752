import { Alert, Button, Group, List, Stack, Text, Textarea } from "@mantine/core";
import { IconBulb } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { RelativeTime } from "../../ui/values.tsx";
import { useRefreshed } from "./use-refreshed.ts";
import type { Approval } from "./types.ts";

/** One approval: what is asked and why, until when, and for whoever may decide the two answers. A no needs its reason. */
export function ApprovalCard({ approval }: { approval: Approval }) {
  const t = useT("quotes");
  const { locale } = useFormat();
  return (
    <Stack gap={8}>
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          {t(`role.${approval.approverRole}`)}
        </Text>
        <StatusBadge status={approval.status} label={t(`approval.${approval.status}`)} />
      </Group>
      <List size="sm" spacing={2}>
        {approval.reasons.map((reason) => (
          <List.Item key={reason.key}>{reason.text[locale]}</List.Item>
        ))}
      </List>
      {approval.status === "pending" && (
        <Text size="xs" c={approval.escalatedAt ? "red" : "dimmed"}>
          {t("approval.askedBy", { name: approval.requestedByName })} · {t("approval.due")}{" "}
          <RelativeTime value={approval.dueAt} />
          {approval.escalatedAt && ` · ${t("approval.escalated")}`}
        </Text>
      )}
      {approval.decidedByName && (
        <Text size="xs" c="dimmed">
          {approval.decisionComment
            ? t("approval.said", { name: approval.decidedByName, comment: approval.decisionComment })
            : approval.decidedByName}
        </Text>
      )}
      {approval.status === "pending" && approval.counterfactual && (
        <Alert icon={<IconBulb size={18} aria-hidden />} color="indigo" p="xs">
          {approval.counterfactual[locale]}
        </Alert>
      )}
      {approval.mine && <Decision approval={approval} />}
    </Stack>
  );
}

function Decision({ approval }: { approval: Approval }) {
  const t = useT("quotes");
  const [refusing, setRefusing] = useState(false);
  const [comment, setComment] = useState("");
  const refreshed = useRefreshed(approval.quoteId);
  const grant = useWrite(api.approvals.grant.mutationOptions(refreshed), { done: t("done.granted") });
  const refuse = useWrite(api.approvals.refuse.mutationOptions(refreshed), { done: t("done.refused") });
  if (!refusing)
    return (
      <Group gap="xs">
        <Button size="sm" loading={grant.isPending} onClick={() => grant.mutate({ approvalId: approval.id })}>
          {t("approval.grant")}
        </Button>
        <Button size="sm" variant="default" disabled={grant.isPending} onClick={() => setRefusing(true)}>
          {t("approval.refuse")}
        </Button>
      </Group>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        refuse.mutate({ approvalId: approval.id, comment });
      }}
    >
      <Textarea
        size="sm"
        label={t("approval.why")}
        required
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <Group gap="xs" mt="xs">
        <Button size="sm" type="submit" color="red" loading={refuse.isPending} disabled={comment.trim() === ""}>
          {t("approval.refuse")}
        </Button>
        <Button size="sm" variant="subtle" onClick={() => setRefusing(false)}>
          {t("common:action.cancel")}
        </Button>
      </Group>
    </form>
  );
}
