import { useQuery } from "@tanstack/react-query";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { InlineEdit } from "../../ui/inline-edit.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Facts, Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { DateTime, RelativeTime } from "../../ui/values.tsx";
import { AddressFact } from "../address-fact.tsx";
import { useRefreshed } from "./use-refreshed.ts";
import type { Quote } from "./types.ts";

/** Nothing is computed anew for a quote that was answered. */
const decided = new Set<string>(["accepted", "declined", "expired"]);

/** For whom, until when, delivered where and when, who looks after it, whether the customer has looked. */
export function QuoteFacts({ quote }: { quote: Quote }) {
  const t = useT("quotes");
  const format = useFormat();
  const can = useCan();
  const change = useWrite(api.quotes.changeTerms.mutationOptions(useRefreshed(quote.id)), { quiet: true });
  const contacts = useQuery(api.customers.listContacts.queryOptions({ input: { customerId: quote.customerId, limit: 100 } }));
  const editable = quote.actions.includes("edit") && can("work on quotes");
  const people = (contacts.data?.rows ?? []).map((contact) => ({
    value: contact.id,
    label: `${contact.firstName} ${contact.lastName}`.trim() || (contact.email ?? contact.id),
  }));
  const save = (fields: Omit<Parameters<typeof api.quotes.changeTerms.call>[0], "quoteId">) =>
    change.mutateAsync({ quoteId: quote.id, ...fields });
  const { deliveryAddress, marginPercent } = quote.offer;
  const lastView = quote.views[0];
  return (
    <Panel title={t("facts.title")}>
      <Facts
        facts={[
          {
            label: t("facts.contact"),
            value: (
              <InlineEdit
                label={t("facts.contact")}
                kind="choice"
                readOnly={!editable}
                value={quote.contactId ?? ""}
                options={people}
                show={() => quote.contactName ?? quote.contactEmail ?? "–"}
                onSave={(contactId) => save({ contactId })}
              />
            ),
          },
          {
            label: t("facts.language"),
            value: (
              <InlineEdit
                label={t("facts.language")}
                kind="choice"
                readOnly={!editable}
                value={quote.locale}
                options={[
                  { value: "fr", label: "Français" },
                  { value: "en", label: "English" },
                ]}
                onSave={(locale) => save({ locale: locale as "en" | "fr" })}
              />
            ),
          },
          {
            label: t("facts.validUntil"),
            value: quote.validUntil ? <DateTime value={quote.validUntil} /> : t("facts.validDefault"),
          },
          ...(decided.has(quote.status)
            ? []
            : [
                {
                  label: t("facts.delivery"),
                  value: t("facts.leadTime", { count: quote.offer.leadTimeDays, day: format.date(quote.offer.expectedOn) }),
                },
              ]),
          {
            label: t("facts.address"),
            value: (
              <AddressFact
                label={t("facts.address")}
                address={deliveryAddress}
                readOnly={!editable}
                onSave={(to) => save({ deliveryAddress: to })}
              />
            ),
          },
          { label: t("facts.margin"), value: marginPercent === null ? "–" : format.percent(Number(marginPercent) / 100, 1) },
          {
            label: t("facts.deal"),
            value:
              quote.opportunityId && quote.opportunityName ? (
                <TextLink to="/opportunities/$opportunityId" params={{ opportunityId: quote.opportunityId }}>
                  {quote.opportunityName}
                </TextLink>
              ) : (
                "–"
              ),
          },
          { label: t("facts.owner"), value: quote.ownerName ?? "–" },
          { label: t("facts.viewed"), value: lastView ? <RelativeTime value={lastView.at} /> : t("facts.notViewed") },
          ...(quote.declineReason ? [{ label: t("facts.declined"), value: quote.declineReason }] : []),
          {
            label: t("facts.note"),
            value: (
              <InlineEdit
                label={t("facts.note")}
                kind="lines"
                readOnly={!editable}
                value={quote.offer.note ?? ""}
                onSave={(note) => save({ note })}
              />
            ),
          },
        ]}
      />
    </Panel>
  );
}
