import { IconFileDescription, IconPlus } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useMe } from "../../api/session.ts";
import { useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { PeekDrawer } from "../../ui/peek-drawer.tsx";
import { SavedViews } from "../../ui/saved-views.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { DateTime, Money, Named, RelativeTime } from "../../ui/values.tsx";
import { QuotePeek } from "./quote-peek.tsx";
import { QuoteStatus } from "./quote-status.tsx";
import { type QuoteRow, statuses } from "./types.ts";

/** Every quote one may see, newest first; a click looks inside without leaving the list. */
export default function QuoteList() {
  const t = useT("quotes");
  const can = useCan();
  const me = useMe();
  const list = useListState();
  const [peeked, setPeeked] = useState<QuoteRow>();
  const status = list.pick("status", statuses);
  const ownerId = list.filters["owner"] === "me" ? me?.id : undefined;
  const input = {
    limit: 50,
    ...(list.q && { search: list.q }),
    ...(status && { status }),
    ...(ownerId && { ownerId }),
    ...(list.cursor && { cursor: list.cursor }),
  };
  const quotes = useQuery({
    ...api.quotes.list.queryOptions({ input }),
    ...live("quote", "approval"),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo<Column<QuoteRow>[]>(
    () => [
      { id: "number", header: t("column.number"), cell: (quote) => quote.number },
      {
        id: "customer",
        header: t("column.customer"),
        cell: (quote) => <Named name={quote.customerName} {...(quote.contactName && { note: quote.contactName })} />,
      },
      { id: "status", header: t("column.status"), cell: (quote) => <QuoteStatus status={quote.status} /> },
      { id: "version", header: t("column.version"), cell: (quote) => `v${quote.version}` },
      {
        id: "net",
        header: t("column.net"),
        cell: (quote) => <Money minor={quote.netMinor} currency={quote.currency} />,
        align: "right",
      },
      {
        id: "contract",
        header: t("column.contract"),
        cell: (quote) => <Money minor={quote.contractMinor} currency={quote.currency} />,
        align: "right",
      },
      { id: "owner", header: t("column.owner"), cell: (quote) => quote.ownerName ?? "–" },
      { id: "validUntil", header: t("column.validUntil"), cell: (quote) => <DateTime value={quote.validUntil} /> },
      { id: "created", header: t("column.created"), cell: (quote) => <RelativeTime value={quote.createdAt} />, hidden: true },
    ],
    [t],
  );
  const create = can("work on quotes") && (
    <LinkButton to="/quotes/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t("new")}
    </LinkButton>
  );
  return (
    <Page
      title={t("title")}
      actions={
        <>
          {can("read approvals") && (
            <LinkButton to="/approvals" variant="default">
              {t("approvals.title")}
            </LinkButton>
          )}
          {create}
        </>
      }
    >
      <SavedViews
        id="quotes"
        list={list}
        builtIn={[
          { name: t("view.mine"), search: { owner: "me" } },
          { name: t("view.approval"), search: { status: "in_approval" } },
          { name: t("view.sent"), search: { status: "sent" } },
        ]}
      />
      <DataTable
        id="quotes"
        label={t("title")}
        list={list}
        query={quotes}
        columns={columns}
        rowId={(quote) => quote.id}
        rowLabel={(quote) => quote.number}
        open={(quote) => ({ to: "/quotes/$quoteId", params: { quoteId: quote.id } })}
        onPeek={setPeeked}
        toolbar={
          <FilterChips
            list={list}
            filters={[
              {
                id: "status",
                label: t("column.status"),
                options: statuses.map((value) => ({ value, label: t(`status.${value}`) })),
              },
              { id: "owner", label: t("column.owner"), options: [{ value: "me", label: t("me") }] },
            ]}
          />
        }
        empty={<EmptyState icon={IconFileDescription} title={t("empty.title")} text={t("empty.text")} action={create || null} />}
      />
      <PeekDrawer
        title={peeked?.number ?? ""}
        opened={!!peeked}
        onClose={() => setPeeked(undefined)}
        {...(peeked && { open: { to: "/quotes/$quoteId", params: { quoteId: peeked.id } } })}
      >
        {peeked && <QuotePeek quoteId={peeked.id} />}
      </PeekDrawer>
    </Page>
  );
}
