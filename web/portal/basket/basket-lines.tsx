import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Money } from "../../ui/values.tsx";
import type { Basket } from "./use-basket.ts";

/** What is in the basket, each with what it costs. */
export function BasketLines({ basket }: { basket: Basket }) {
  const t = useT("portal-shop");
  const format = useFormat();
  return (
    <ul className="tl-plain-list tl-basket-wide tl-basket-lines">
      {basket.lines.map((line) => (
        <li key={line.sku} className="tl-basket-line">
          <span>
            {line.name[format.locale]}
            {line.quantity !== "1" && ` × ${line.quantity}`}
          </span>
          <span>
            {line.oneOffMinor !== "0" && <Money minor={line.oneOffMinor} currency={basket.currency} />}
            {line.monthlyMinor !== "0" && t("summary.perMonth", { amount: format.money(line.monthlyMinor, basket.currency) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
