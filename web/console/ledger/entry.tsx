import { Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Facts, Panel, RecordPage } from "../../ui/record-page.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { DateTime, Money } from "../../ui/values.tsx";
import { Causes } from "../causes.tsx";
import type { Entry } from "./postings.tsx";

/** One entry: its postings, what it posts, and the way back from the fact to the first click. */
export default function LedgerEntry() {
  const { entryId = "" } = useParams({ strict: false }) as { entryId?: string };
  const query = useQuery(api.ledger.show.queryOptions({ input: { entryId } }));
  return (
    <Loaded query={query} skeleton={<CardSkeletons cards={3} />}>
      {(entry) => <Shown entry={entry} />}
    </Loaded>
  );
}

function Shown({ entry }: { entry: Entry }) {
  const t = useT("ledger");
  const can = useCan();
  return (
    <RecordPage
      title={t("entry.title", { number: entry.number })}
      subtitle={entry.label}
      crumbs={[{ label: t("common:area.ledger"), to: "/ledger" }, { label: entry.number }]}
      facts={
        <Facts
          facts={[
            { label: t("entry.journal"), value: `${entry.journal} · ${t(`journal.${entry.journal}`)}` },
            { label: t("col.date"), value: <DateTime value={entry.date} /> },
            { label: t("entry.piece"), value: entry.piece },
            ...(entry.customerId
              ? [
                  {
                    label: t("entry.customer"),
                    value: can("read customers") ? (
                      <TextLink size="sm" to="/customers/$customerId" params={{ customerId: entry.customerId }}>
                        {entry.customerName}
                      </TextLink>
                    ) : (
                      entry.customerName
                    ),
                  },
                ]
              : []),
          ]}
        />
      }
      main={<PostingTable entry={entry} />}
      timeline={can("read customers") ? <Causes eventId={entry.sourceEventId} /> : t("entry.hidden")}
    />
  );
}

/** Debit and credit as accountants read them, and that they agree. */
function PostingTable({ entry }: { entry: Entry }) {
  const t = useT("ledger");
  const debit = entry.postings.reduce((sum, { amountMinor }) => sum + (BigInt(amountMinor) > 0n ? BigInt(amountMinor) : 0n), 0n);
  const credit = entry.postings.reduce((sum, { amountMinor }) => sum - (BigInt(amountMinor) < 0n ? BigInt(amountMinor) : 0n), 0n);
  return (
    <Panel title={t("entry.postings")}>
      <Table.ScrollContainer minWidth={380} type="native" scrollAreaProps={{ tabIndex: 0 }}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("col.account")}</Table.Th>
              <Table.Th ta="right">{t("col.debit")}</Table.Th>
              <Table.Th ta="right">{t("col.credit")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {entry.postings.map((posting, index) => {
              const minor = BigInt(posting.amountMinor);
              return (
                <Table.Tr key={`${index} ${posting.account}`}>
                  <Table.Td>
                    <TextLink size="sm" underline="always" to="/ledger" search={{ account: posting.account }}>
                      {posting.account}
                    </TextLink>{" "}
                    {posting.accountName}
                  </Table.Td>
                  <Table.Td ta="right">{minor > 0n && <Money minor={minor} currency={entry.currency} />}</Table.Td>
                  <Table.Td ta="right">{minor < 0n && <Money minor={-minor} currency={entry.currency} />}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row">{t("entry.total")}</Table.Th>
              <Table.Th ta="right">
                <Money minor={debit} currency={entry.currency} />
              </Table.Th>
              <Table.Th ta="right">
                <Money minor={credit} currency={entry.currency} />
              </Table.Th>
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
}
