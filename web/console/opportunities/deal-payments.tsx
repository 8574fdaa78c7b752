import { Group, Text } from "@mantine/core";
import { useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { DateTime, Money } from "../../ui/values.tsx";
import { CausesDrawer } from "../causes-drawer.tsx";
import type { DealDetail } from "./deal-words.ts";

/** The money this deal has brought in, each payment walked back to where it began. */
export function DealPayments({ deal }: { deal: DealDetail }) {
  const t = useT("opportunities");
  const [asked, setAsked] = useState<string>();
  return (
    <Panel title={t("payments.title")}>
      {deal.payments.length === 0 && <Text size="sm">{t("payments.none")}</Text>}
      <ul className="tl-plain-list">
        {deal.payments.map((payment) => (
          <li key={payment.eventId}>
            <Group justify="space-between" gap="xs">
              <Text size="sm" fw={620} span>
                <Money minor={payment.amountMinor} currency={payment.currency} />
              </Text>
              <button
                type="button"
                className="tl-quiet"
                aria-label={t("payments.why", { number: payment.number })}
                onClick={() => setAsked(payment.eventId)}
              >
                {t("timeline.why")}
              </button>
            </Group>
            <Text size="xs" c="dimmed">
              {payment.number} · <DateTime value={payment.at} />
            </Text>
          </li>
        ))}
      </ul>
      <CausesDrawer eventId={asked} onClose={() => setAsked(undefined)} />
    </Panel>
  );
}
