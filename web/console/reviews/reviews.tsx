import { Anchor, Button, Stack, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconExternalLink, IconPlus, IconStar } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { type T, useT } from "../../i18n/use-t.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterChips } from "../../ui/filter-chips.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { SavedViews } from "../../ui/saved-views.tsx";
import { useListState } from "../../ui/use-list-state.ts";
import { DateTime } from "../../ui/values.tsx";
import { NoteReview } from "./note-review.tsx";
import { ReviewSummary } from "./review-summary.tsx";
import { Stars } from "./stars.tsx";

type Review = Awaited<ReturnType<typeof client.listening.list>>["rows"][number];

/** What people publish about us elsewhere: each site's mean, and every review, the latest first. */
export default function Reviews() {
  const t = useT("reviews");
  const can = useCan();
  const list = useListState();
  const [noting, setNoting] = useState(false);
  const most = list.pick("rating", ["1", "2", "3"] as const);
  const input = {
    site: list.filters["site"] || undefined,
    maxRating: most && Number(most),
    cursor: list.cursor,
  };
  const reviews = useQuery({
    ...api.listening.list.queryOptions({ input }),
    ...live("review"),
    placeholderData: keepPreviousData,
  });
  const sites = useQuery(api.listening.summary.queryOptions()).data?.rows.map((row) => row.site) ?? [];
  const mayRead = can("read customers");
  const columns = useMemo(() => columnsOf(t, mayRead), [t, mayRead]);
  const note = can("note reviews") && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNoting(true)}>
      {t("note.action")}
    </Button>
  );
  return (
    <Page title={t("title")} subtitle={t("subtitle")} actions={note}>
      <Stack gap="lg">
        <ReviewSummary onSite={(site) => list.setFilter("site", site)} />
        <div>
          <SavedViews id="reviews" list={list} builtIn={[{ name: t("view.low"), search: { rating: "2" } }]} />
          <DataTable
            id="reviews"
            label={t("title")}
            list={list}
            query={reviews}
            columns={columns}
            rowId={(row) => row.id}
            rowLabel={(row) => t("of", { author: row.author, site: row.site })}
            toolbar={
              <FilterChips
                list={list}
                search={false}
                filters={[
                  { id: "site", label: t("site"), options: sites.map((value) => ({ value, label: value })) },
                  {
                    id: "rating",
                    label: t("rating"),
                    options: ["1", "2", "3"].map((value) => ({ value, label: t("atMost", { value }) })),
                  },
                ]}
              />
            }
            empty={<EmptyState icon={IconStar} title={t("empty.title")} text={t("empty.text")} action={note} />}
          />
        </div>
      </Stack>
      {noting && <NoteReview sites={sites} onClose={() => setNoting(false)} />}
    </Page>
  );
}

const columnsOf = (t: T, mayRead: boolean): Column<Review>[] => [
  { id: "at", header: t("publishedAt"), cell: (row) => <DateTime value={row.publishedAt} /> },
  { id: "rating", header: t("rating"), cell: (row) => <Stars value={row.rating} /> },
  {
    id: "text",
    header: t("text"),
    cell: (row) => (
      <Text size="sm" className="tl-sentence" lineClamp={4}>
        {row.text}
      </Text>
    ),
  },
  { id: "author", header: t("author"), cell: (row) => row.author },
  {
    id: "site",
    header: t("site"),
    cell: (row) =>
      row.url ? (
        <Anchor href={row.url} target="_blank" rel="noreferrer" size="sm">
          {row.site} <IconExternalLink size={13} role="img" aria-label={t("newTab")} />
        </Anchor>
      ) : (
        row.site
      ),
  },
  {
    id: "customer",
    header: t("customer"),
    cell: (row) =>
      row.customerId && mayRead ? (
        <TextLink size="sm" to="/customers/$customerId" params={{ customerId: row.customerId }}>
          {row.customerName}
        </TextLink>
      ) : (
        (row.customerName ?? "–")
      ),
  },
];
