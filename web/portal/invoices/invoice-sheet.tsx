import "./invoice.css";
import { Text } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Explanation } from "../../ui/explanation.tsx";
import { Money } from "../../ui/values.tsx";
import type { MyInvoice } from "./types.ts";

/** The lines, each opening to how it was worked out, VAT once per rate, and what is left to pay. */
export function InvoiceSheet({ invoice }: { invoice: MyInvoice }) {
  const t = useT("portal-invoices");
  const format = useFormat();
  const money = (minor: string) => <Money minor={minor} currency={invoice.currency} />;
  const served = (line: MyInvoice["lines"][number]): string =>
    !line.serviceFrom || !line.serviceTo ? "" : format.days(line.serviceFrom, line.serviceTo);
  return (
    <div className="tl-invoice">
      {invoice.lines.map((line) => (
        <details key={line.id}>
          <summary>
            <span>
              <Text fw={600} span>
                {line.name}
              </Text>
              <Text size="sm" c="dimmed" span display="block">
                {[t(`kind.${line.kind}`), served(line)].filter(Boolean).join(" · ")}
              </Text>
              <Text size="sm" c="var(--mantine-color-anchor)" span className="tl-icon-link">
                {t("why")} <IconChevronDown size={15} aria-hidden />
              </Text>
            </span>
            <Text fw={600} span>
              {money(line.netMinor)}
            </Text>
          </summary>
          <Explanation label={t("why")} steps={line.explanation} />
        </details>
      ))}
      <dl className="tl-portal-sums">
        <div>
          <dt>{t("net")}</dt>
          <dd>{money(invoice.netMinor)}</dd>
        </div>
        {invoice.vat.map((vat) => (
          <div key={`${vat.category}${vat.rate}`}>
            <dt>{t("vat", { rate: format.percent(Number(vat.rate) / 100, 2) })}</dt>
            <dd>{money(vat.taxMinor)}</dd>
          </div>
        ))}
        <div data-strong>
          <dt>{t("total")}</dt>
          <dd>{money(invoice.totalMinor)}</dd>
        </div>
        {invoice.kind === "invoice" && invoice.paidMinor !== "0" && (
          <div>
            <dt>{t("paid")}</dt>
            <dd>{money(invoice.paidMinor)}</dd>
          </div>
        )}
        {invoice.kind === "invoice" && invoice.creditedMinor !== "0" && (
          <div>
            <dt>{t("credited")}</dt>
            <dd>{money(invoice.creditedMinor)}</dd>
          </div>
        )}
        {invoice.kind === "invoice" && (
          <div>
            <dt>{t("left")}</dt>
            <dd>{money(invoice.openMinor)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
