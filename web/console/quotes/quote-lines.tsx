import { ActionIcon, Alert, Text, Tooltip } from "@mantine/core";
import { IconInfoCircle, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { Money } from "../../ui/values.tsx";
import { AddLine } from "./add-line.tsx";
import { FigureInput } from "./figure-input.tsx";
import { Recommended } from "./recommended.tsx";
import { useRefreshed } from "./use-refreshed.ts";
import { WhyPrice } from "./why-price.tsx";
import type { Quote, QuoteLine } from "./types.ts";

/** The lines of the version being worked on. Each change is priced again by the server; each price says why. */
export function QuoteLines({ quote }: { quote: Quote }) {
  const t = useT("quotes");
  const can = useCan();
  const [asked, setAsked] = useState<QuoteLine>();
  const refreshed = useRefreshed(quote.id);
  const change = useWrite(api.quotes.changeLine.mutationOptions(refreshed));
  const terms = useWrite(api.quotes.changeTerms.mutationOptions(refreshed));
  const editable = quote.actions.includes("edit") && can("work on quotes");
  const { lines } = quote.offer;
  const header = quote.offer.headerDiscountPercent;
  return (
    <Panel title={t("lines.title", { version: quote.version })}>
      {lines.length === 0 ? (
        <Text c="dimmed" size="sm" mb="md">
          {t("lines.empty")}
        </Text>
      ) : (
        <div className="tl-lines-wrap" role="group" aria-label={t("lines.title", { version: quote.version })} tabIndex={0}>
          <table className="tl-lines">
            <thead>
              <tr>
                <th>{t("lines.item")}</th>
                <th className="tl-right">{t("lines.quantity")}</th>
                <th className="tl-right">{t("lines.list")}</th>
                <th className="tl-right">{t("lines.discount")}</th>
                <th className="tl-right">{t("lines.net")}</th>
                <th className="tl-right">{t("lines.margin")}</th>
                <th>
                  <span className="tl-hidden">{t("lines.actions")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <LineRow
                  key={line.id}
                  line={line}
                  currency={quote.currency}
                  editable={editable}
                  quoteId={quote.id}
                  onChange={(fields) => change.mutate({ quoteId: quote.id, lineId: line.id, ...fields })}
                  onWhy={() => setAsked(line)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editable && (
        <>
          <AddLine quote={quote} />
          <Recommended quoteId={quote.id} />
        </>
      )}
      {lines.length > 0 && (editable || header !== "0") && (
        <div className="tl-quote-header-discount">
          <Text size="sm" component="span">
            {t("lines.header")}
          </Text>
          {editable ? (
            <FigureInput
              label={t("lines.header")}
              value={header}
              suffix=" %"
              max={100}
              onSave={(headerDiscountPercent) => terms.mutate({ quoteId: quote.id, headerDiscountPercent })}
            />
          ) : (
            <Text size="sm" component="span">
              {header} %
            </Text>
          )}
        </div>
      )}
      <WhyPrice quoteId={quote.id} line={asked} onClose={() => setAsked(undefined)} />
    </Panel>
  );
}

function LineRow(props: {
  line: QuoteLine;
  currency: string;
  editable: boolean;
  quoteId: string;
  onChange: (fields: { quantity?: string; discountPercent?: string }) => void;
  onWhy: () => void;
}) {
  const { line, currency, editable } = props;
  const t = useT("quotes");
  const format = useFormat();
  const name = line.name[format.locale];
  const remove = useWrite(api.quotes.removeLine.mutationOptions(useRefreshed(props.quoteId)), {
    done: t("done.removed", { name }),
  });
  const notes = [
    line.sku,
    line.everyMonths !== null ? t("sum.every", { count: line.everyMonths }) : "",
    line.termMonths ? t("lines.term", { count: line.termMonths }) : "",
    line.leadTimeDays > 0 ? t("lines.leadTime", { count: line.leadTimeDays }) : "",
  ].filter(Boolean);
  return (
    <tr>
      <td>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {notes.join(" · ")}
        </Text>
        {editable &&
          line.asksApproval.map((reason) => (
            <Alert key={reason.en} color="yellow" p={6} mt={4} variant="light">
              <Text size="xs">{t("lines.asks", { reason: reason[format.locale] })}</Text>
            </Alert>
          ))}
      </td>
      <td className="tl-right">
        {editable ? (
          <FigureInput
            label={t("lines.quantityOf", { name })}
            value={line.quantity}
            min={0.000001}
            onSave={(quantity) => props.onChange({ quantity })}
          />
        ) : (
          format.number(line.quantity)
        )}
      </td>
      <td className="tl-right">
        <Money minor={line.listMinor} currency={currency} />
      </td>
      <td className="tl-right">
        {editable ? (
          <FigureInput
            label={t("lines.discountOf", { name })}
            value={line.discountPercent}
            suffix=" %"
            max={100}
            onSave={(discountPercent) => props.onChange({ discountPercent })}
          />
        ) : (
          format.percent(Number(line.givenPercent) / 100, 2)
        )}
      </td>
      <td className="tl-right">
        <Text size="sm" fw={600} component="span">
          <Money minor={line.netMinor} currency={currency} />
        </Text>
      </td>
      <td className="tl-right">{line.marginPercent === null ? "–" : format.percent(Number(line.marginPercent) / 100, 1)}</td>
      <td className="tl-right tl-nowrap">
        <Tooltip label={t("why.open")}>
          <ActionIcon variant="subtle" aria-label={t("why.openFor", { name })} onClick={props.onWhy}>
            <IconInfoCircle size={18} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
        {editable && (
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={t("lines.remove", { name })}
            loading={remove.isPending}
            onClick={() => remove.mutate({ quoteId: props.quoteId, lineId: line.id })}
          >
            <IconTrash size={17} stroke={1.7} aria-hidden />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}
