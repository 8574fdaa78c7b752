import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconMail, IconPhone, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { HandOverDialog } from "./hand-over-dialog.tsx";
import type { LeadDetail } from "./lead-words.ts";
import { QualifyDialog } from "./qualify-dialog.tsx";

/** What one may do with a lead in its present state; the API says which moves are allowed. */
export function LeadActions({ lead }: { lead: LeadDetail }) {
  const t = useT("leads");
  const can = useCan();
  const [dialog, setDialog] = useState<"qualify" | "disqualify" | "recycle" | "hand-over">();
  const respond = useWrite(api.leads.respond.mutationOptions(), { done: t("done.responded") });
  const disqualify = useWrite(api.leads.disqualify.mutationOptions(), { done: t("done.disqualified") });
  const recycle = useWrite(api.leads.recycle.mutationOptions(), { done: t("done.recycled") });
  const leadId = lead.id;
  const allowed = (status: LeadDetail["status"]): boolean => lead.allowed.includes(status as never);
  const works = can("work on leads");
  const canRespond = works && !!lead.respondBy && !lead.respondedAt && !lead.closedAt;
  const canHandOver = can("hand leads over") && allowed("handed_over");
  const close = (): void => setDialog(undefined);
  return (
    <>
      {canRespond && (
        <Menu shadow="md" position="bottom-end">
          <Menu.Target>
            <Button variant="default" loading={respond.isPending} rightSection={<IconChevronDown size={15} aria-hidden />}>
              {t("action.respond")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(
              [
                ["phone", IconPhone],
                ["email", IconMail],
                ["meeting", IconUsers],
              ] as const
            ).map(([how, Icon]) => (
              <Menu.Item
                key={how}
                leftSection={<Icon size={16} stroke={1.7} aria-hidden />}
                onClick={() => respond.mutate({ leadId, how })}
              >
                {t(`how.${how}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {works && allowed("disqualified") && (
        <Button variant="default" onClick={() => setDialog("disqualify")}>
          {t("action.disqualify")}
        </Button>
      )}
      {works && allowed("recycled") && (
        <Button variant="default" onClick={() => setDialog("recycle")}>
          {t("action.recycle")}
        </Button>
      )}
      {canHandOver && (
        <Button variant={works ? "default" : "filled"} onClick={() => setDialog("hand-over")}>
          {t("action.handOver")}
        </Button>
      )}
      {works && allowed("qualified") && <Button onClick={() => setDialog("qualify")}>{t("action.qualify")}</Button>}
      <ReasonDialog
        title={t("disqualify.title")}
        label={t("disqualify.reason")}
        action={t("action.disqualify")}
        danger
        opened={dialog === "disqualify"}
        onClose={close}
        onSubmit={(reason) => disqualify.mutateAsync({ leadId, reason })}
      />
      <ReasonDialog
        title={t("recycle.title")}
        label={t("recycle.reason")}
        action={t("action.recycle")}
        opened={dialog === "recycle"}
        onClose={close}
        onSubmit={(reason) => recycle.mutateAsync({ leadId, reason })}
      />
      {dialog === "qualify" && <QualifyDialog lead={lead} onClose={close} />}
      {dialog === "hand-over" && <HandOverDialog leadId={leadId} onClose={close} />}
    </>
  );
}
