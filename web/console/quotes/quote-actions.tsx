import { Button } from "@mantine/core";
import { IconArrowBackUp, IconCheck, IconFileTypePdf, IconGitBranch, IconSend } from "@tabler/icons-react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import { AssignMenu } from "../assign-menu.tsx";
import { useRefreshed } from "./use-refreshed.ts";
import type { Quote } from "./types.ts";

/** What can be done with the quote now: exactly what its state allows. */
export function QuoteActions({ quote }: { quote: Quote }) {
  const t = useT("quotes");
  const can = useCan();
  const refreshed = useRefreshed(quote.id);
  const submit = useWrite(api.quotes.submit.mutationOptions(refreshed), {
    done: ({ status }) => t(status === "ready" ? "done.ready" : "done.submitted"),
  });
  const send = useWrite(api.quotes.send.mutationOptions(refreshed), { done: t("done.sent", { name: quote.contactName ?? "" }) });
  const reopen = useWrite(api.quotes.reopen.mutationOptions(refreshed), { done: t("done.reopened") });
  const assign = useWrite(api.quotes.assign.mutationOptions(refreshed), { done: t("done.assigned") });
  const revise = useWrite(api.quotes.revise.mutationOptions(refreshed), {
    done: ({ version }) => t("done.revised", { version }),
  });
  const may = (action: Quote["actions"][number]) => can("work on quotes") && quote.actions.includes(action);
  const input = { quoteId: quote.id };
  const busy = submit.isPending || send.isPending || reopen.isPending || revise.isPending;
  return (
    <>
      <Button
        component="a"
        variant="default"
        href={`/api/quotes/${quote.id}/versions/${quote.version}/document`}
        target="_blank"
        rel="noreferrer"
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
      >
        {t("action.pdf")}
      </Button>
      {can("work on quotes") && (
        <AssignMenu
          among="seller"
          ownerId={quote.ownerId}
          busy={assign.isPending}
          onAssign={(ownerId) => assign.mutate({ ...input, ownerId })}
        />
      )}
      {may("reopen") && (
        <Button
          variant="default"
          disabled={busy}
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={() => reopen.mutate(input)}
        >
          {t("action.reopen")}
        </Button>
      )}
      {may("submit") && (
        <Button
          loading={submit.isPending}
          disabled={busy || quote.offer.lines.length === 0}
          leftSection={<IconCheck size={16} aria-hidden />}
          onClick={() => submit.mutate(input)}
        >
          {t(quote.approval.roles.length > 0 ? "action.askApproval" : "action.ready")}
        </Button>
      )}
      {may("send") && (
        <Button
          loading={send.isPending}
          disabled={busy}
          leftSection={<IconSend size={16} aria-hidden />}
          onClick={() => send.mutate(input)}
        >
          {t("action.send")}
        </Button>
      )}
      {may("revise") && (
        <Button
          variant="default"
          loading={revise.isPending}
          disabled={busy}
          leftSection={<IconGitBranch size={16} aria-hidden />}
          onClick={() => revise.mutate(input)}
        >
          {t("action.revise", { version: quote.version + 1 })}
        </Button>
      )}
    </>
  );
}
