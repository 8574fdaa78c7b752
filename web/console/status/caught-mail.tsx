import { Button, Stack, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconMail } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { api, type client } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { PeekDrawer } from "../../ui/peek-drawer.tsx";
import { Facts } from "../../ui/record-page.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { useWrite } from "../../ui/use-write.ts";
import { DateTime } from "../../ui/values.tsx";
import { AnswerMail } from "./answer-mail.tsx";
import { MailFrame } from "./mail-frame.tsx";

type Caught = Awaited<ReturnType<typeof client.messaging.listCaught>>["rows"][number];

/** Without a mail server, mail is caught here instead of leaving: what customers would have received. */
export default function CaughtMail() {
  const t = useT("status");
  const list = useListState();
  const [shown, setShown] = useState<string>();
  const query = useQuery({
    ...api.messaging.listCaught.queryOptions({ input: { to: list.q || undefined, cursor: list.cursor } }),
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });
  const columns = useMemo(() => columnsOf(t), [t]);
  const clear = useWrite(
    api.messaging.clearCaught.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.messaging.key() }),
    }),
    { done: t("mail.cleared") },
  );
  return (
    <Page
      title={t("mail.title")}
      subtitle={t("mail.subtitle")}
      crumbs={[{ label: t("common:area.status"), to: "/status" }, { label: t("mail.title") }]}
      actions={
        <Button variant="default" loading={clear.isPending} onClick={() => clear.mutate(undefined)}>
          {t("mail.clear")}
        </Button>
      }
    >
      <DataTable
        id="caught-mail"
        label={t("mail.title")}
        list={list}
        query={query}
        columns={columns}
        rowId={(mail) => mail.id}
        rowLabel={(mail) => mail.subject}
        onPeek={(mail) => setShown(mail.id)}
        toolbar={<FilterChips list={list} filters={[]} />}
        empty={<EmptyState icon={IconMail} title={t("mail.empty")} text={t("mail.emptyText")} />}
      />
      <MailDrawer mailId={shown} onClose={() => setShown(undefined)} />
    </Page>
  );
}

function MailDrawer({ mailId, onClose }: { mailId: string | undefined; onClose: () => void }) {
  const t = useT("status");
  const query = useQuery({ ...api.messaging.showCaught.queryOptions({ input: { mailId: mailId ?? "" } }), enabled: !!mailId });
  return (
    <PeekDrawer title={query.data?.subject ?? t("message.title")} opened={!!mailId} onClose={onClose}>
      <Loaded query={query}>
        {(mail) => (
          <Stack gap="md">
            <Facts
              facts={[
                { label: t("mail.from"), value: mail.from },
                { label: t("message.to"), value: mail.to.join(", ") },
                { label: t("message.sent"), value: <DateTime value={mail.receivedAt} time /> },
                ...(mail.attachments.length > 0
                  ? [{ label: t("mail.attachments"), value: mail.attachments.map((file) => file.name).join(", ") }]
                  : []),
              ]}
            />
            {mail.html ? <MailFrame html={mail.html} /> : <Text style={{ whiteSpace: "pre-wrap" }}>{mail.text}</Text>}
            {mail.to[0] && <AnswerMail key={mail.id} mailId={mail.id} person={mail.to[0]} />}
          </Stack>
        )}
      </Loaded>
    </PeekDrawer>
  );
}

const columnsOf = (t: T): Column<Caught>[] => [
  { id: "subject", header: t("mail.subject"), cell: (mail) => mail.subject },
  { id: "to", header: t("message.to"), cell: (mail) => mail.to.join(", ") },
  { id: "from", header: t("mail.from"), cell: (mail) => mail.from, hidden: true },
  { id: "at", header: t("message.sent"), cell: (mail) => <DateTime value={mail.receivedAt} time /> },
];
