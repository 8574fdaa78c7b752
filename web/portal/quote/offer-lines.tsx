import { Text, Title } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Money } from "../../ui/values.tsx";
import type { Offer } from "./types.ts";

/** What is offered, once and by period. */
export function OfferLines({ offer, currency }: { offer: Offer; currency: string }) {
  const t = useT("portal-quote");
  const format = useFormat();
  const periods = [...new Set(offer.lines.map((line) => line.everyMonths))].sort((a, b) => (a ?? 0) - (b ?? 0));
  return (
    <>
      {periods.map((everyMonths) => (
        <section key={everyMonths ?? 0}>
          <Title order={2} size="h4">
            {everyMonths === null ? t("once") : t("every", { count: everyMonths })}
          </Title>
          {offer.lines
            .filter((line) => line.everyMonths === everyMonths)
            .map((line) => (
              <div key={line.id} className="tl-offer-line">
                <div>
                  <Text fw={600}>
                    {line.quantity !== "1" && `${format.number(line.quantity)} × `}
                    {line.name[format.locale]}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {[line.description[format.locale], ...Object.values(line.characteristics)].filter(Boolean).join(" · ")}
                    {line.termMonths ? ` · ${t("term", { count: line.termMonths })}` : ""}
                  </Text>
                </div>
                <div>
                  <Text fw={600}>
                    <Money minor={line.netMinor} currency={currency} />
                  </Text>
                  {line.listMinor !== line.netMinor && (
                    <Text size="xs" c="dimmed">
                      {t("instead", { price: format.money(line.listMinor, currency) })}
                    </Text>
                  )}
                </div>
              </div>
            ))}
        </section>
      ))}
    </>
  );
}
