import "./quotes.css";
import type { ReactNode } from "react";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Money } from "../../ui/values.tsx";
import type { Quote } from "./types.ts";

/** What a quote comes to: once, by period, VAT once per rate, in all, and over the whole commitment. */
export function QuoteSums({ offer, currency }: { offer: Quote["offer"]; currency: string }) {
  const t = useT("quotes");
  const format = useFormat();
  const rows: { label: string; value: ReactNode; strong?: boolean }[] = [
    { label: t("sum.once"), value: <Money minor={offer.oneOffMinor} currency={currency} /> },
    ...offer.recurring.map(({ everyMonths, netMinor }) => ({
      label: t("sum.every", { count: everyMonths }),
      value: <Money minor={netMinor} currency={currency} />,
    })),
    { label: t("sum.net"), value: <Money minor={offer.netMinor} currency={currency} /> },
    ...offer.taxes.map((tax) => ({
      label: t("sum.vat", { rate: format.percent(Number(tax.percent) / 100, 2) }),
      value: <Money minor={tax.taxMinor} currency={currency} />,
    })),
    { label: t("sum.total"), value: <Money minor={offer.totalMinor} currency={currency} />, strong: true },
  ];
  if (offer.recurring.length > 0)
    rows.push({ label: t("sum.contract"), value: <Money minor={offer.contractMinor} currency={currency} /> });
  return (
    <dl className="tl-sums">
      {rows.map((row) => (
        <div key={row.label} data-strong={row.strong || undefined}>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
