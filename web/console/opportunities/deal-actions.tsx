import { Button, Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { AssignMenu } from "../assign-menu.tsx";
import type { DealDetail } from "./deal-words.ts";

/** What one may do with a deal now. */
export function DealActions({ deal }: { deal: DealDetail }) {
  const t = useT("opportunities");
  const { locale } = useFormat();
  const can = useCan();
  const [losing, setLosing] = useState(false);
  const stages = useQuery({ ...api.opportunities.stages.queryOptions(), staleTime: 300_000 });
  const advance = useWrite(api.opportunities.advance.mutationOptions(), { done: t("done.advanced") });
  const win = useWrite(api.opportunities.win.mutationOptions(), { done: t("done.won") });
  const lose = useWrite(api.opportunities.lose.mutationOptions(), { done: t("done.lost") });
  const assign = useWrite(api.opportunities.assign.mutationOptions(), { done: t("done.assigned") });
  const opportunityId = deal.id;
  const open = (stages.data?.rows ?? []).filter((stage) => stage.kind === "open" && deal.allowed.includes(stage.key));
  const ends = (kind: "won" | "lost"): boolean =>
    !!stages.data?.rows.some((stage) => stage.kind === kind && deal.allowed.includes(stage.key));
  if (!can("work on opportunities")) return null;
  return (
    <>
      {can("assign opportunities") && deal.stageKind === "open" && (
        <AssignMenu
          among="seller"
          ownerId={deal.ownerId}
          busy={assign.isPending}
          onAssign={(ownerId) => assign.mutate({ opportunityId, ownerId })}
        />
      )}
      {open.length > 0 && (
        <Menu shadow="md" position="bottom-end">
          <Menu.Target>
            <Button variant="default" loading={advance.isPending} rightSection={<IconChevronDown size={15} aria-hidden />}>
              {t(deal.stageKind === "lost" ? "action.reopen" : "action.advance")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {open.map((stage) => (
              <Menu.Item key={stage.key} onClick={() => advance.mutate({ opportunityId, stage: stage.key })}>
                {stage.name[locale]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {ends("lost") && (
        <Button variant="default" onClick={() => setLosing(true)}>
          {t("action.lose")}
        </Button>
      )}
      {ends("won") && (
        <Button loading={win.isPending} onClick={() => win.mutate({ opportunityId })}>
          {t("action.win")}
        </Button>
      )}
      <ReasonDialog
        title={t("lose.title")}
        label={t("lose.reason")}
        action={t("action.lose")}
        danger
        opened={losing}
        onClose={() => setLosing(false)}
        onSubmit={(reason) => lose.mutateAsync({ opportunityId, reason })}
      />
    </>
  );
}
