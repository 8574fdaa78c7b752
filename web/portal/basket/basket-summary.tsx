import { Button, Text, Title } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Money } from "../../ui/values.tsx";
import { BasketLines } from "./basket-lines.tsx";
import type { Basket } from "./use-basket.ts";

/** What is in the basket, its price and delivery, kept true with each answer. Stays at the foot of a phone. */
export function BasketSummary({ basket, onRequest }: { basket: Basket; onRequest: () => void }) {
  const t = useT("portal-shop");
  const format = useFormat();
  const left = basket.questions.filter((question) => question.kind === "one" && !question.answered).length;
  return (
    <section className="tl-basket-summary" aria-label={t("summary.title")}>
      <Title order={2} size="h3" className="tl-basket-wide">
        {t("summary.title")}
      </Title>
      <BasketLines basket={basket} />
      <div className="tl-basket-totals" aria-live="polite">
        <span>
          <strong>
            <Money minor={basket.oneOffMinor} currency={basket.currency} />
          </strong>{" "}
          {t("summary.once")}
        </span>
        <span>
          <strong>{t("summary.perMonth", { amount: format.money(basket.monthlyMinor, basket.currency) })}</strong>
        </span>
        <Text size="xs" c="dimmed" span>
          {t("summary.net")}
          {basket.leadTimeDays > 0 && ` · ${t("summary.leadTime", { count: basket.leadTimeDays })}`}
        </Text>
      </div>
      <Button size="md" fullWidth onClick={onRequest}>
        {t("request.action")}
      </Button>
      {left > 0 && (
        <Text size="xs" c="dimmed" className="tl-basket-wide">
          {t("summary.left", { count: left })}
        </Text>
      )}
    </section>
  );
}
