import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Money } from "../../ui/values.tsx";
import type { Offer } from "./types.ts";

/** What the offer comes to: the first invoice with its VAT, then each period. */
export function OfferSums({ offer, currency }: { offer: Offer; currency: string }) {
  const t = useT("portal-quote");
  const format = useFormat();
  return (
    <dl className="tl-portal-sums">
      <div>
        <dt>{t("net")}</dt>
        <dd>
          <Money minor={offer.netMinor} currency={currency} />
        </dd>
      </div>
      {offer.taxes.map((tax) => (
        <div key={`${tax.category}${tax.percent}`}>
          <dt>{t("vat", { rate: format.percent(Number(tax.percent) / 100, 2) })}</dt>
          <dd>
            <Money minor={tax.taxMinor} currency={currency} />
          </dd>
        </div>
      ))}
      <div data-strong>
        <dt>{t("total")}</dt>
        <dd>
          <Money minor={offer.totalMinor} currency={currency} />
        </dd>
      </div>
      {offer.recurring.map(({ everyMonths, netMinor }) => (
        <div key={everyMonths}>
          <dt>{t("every", { count: everyMonths })}</dt>
          <dd>{t("then", { price: format.money(netMinor, currency) })}</dd>
        </div>
      ))}
    </dl>
  );
}
