import { Button, Card, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import type { Basket } from "./use-basket.ts";

/** What goes with the basket, each with its reason. */
export function Recommendations({ basket, busy, onAdd }: { basket: Basket; busy: boolean; onAdd: (sku: string) => void }) {
  const t = useT("portal-shop");
  const { locale } = useFormat();
  if (!basket.recommendations.length) return null;
  return (
    <Card padding="md">
      <Title order={2} size="h4" mb="sm">
        {t("recommend.title")}
      </Title>
      <ul className="tl-plain-list">
        {basket.recommendations.map((one) => (
          <li key={one.sku} className="tl-basket-line">
            <span>
              <Text fw={600} size="sm">
                {one.name[locale]}
              </Text>
              <Text size="sm" c="dimmed">
                {one.reason[locale]}
              </Text>
            </span>
            <Button
              variant="light"
              size="xs"
              flex="none"
              disabled={busy}
              leftSection={<IconPlus size={14} aria-hidden />}
              aria-label={t("recommend.add", { name: one.name[locale] })}
              onClick={() => onAdd(one.sku)}
            >
              {t("action.add")}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
