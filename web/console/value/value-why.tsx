import { Popover, Stack, Text, UnstyledButton } from "@mantine/core";
import type { client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Money } from "../../ui/values.tsx";

type Row = Awaited<ReturnType<typeof client.customerValue.list>>["rows"][number];

/** The margin to expect, and on a click how it comes about: each subscription and the purchases, with their figures. */
export function ValueWhy({ row }: { row: Row }) {
  const t = useT("value");
  const format = useFormat();
  if (row.expectedMinor === null) return <span>–</span>;
  const amount = <Money minor={row.expectedMinor} currency={row.currency} />;
  if (row.expectedSteps.length === 0) return amount;
  return (
    <Popover position="bottom-end" shadow="md" width={360} trapFocus>
      <Popover.Target>
        <UnstyledButton aria-label={t("expected.why", { customer: row.customerName })} td="underline dotted" fz="sm">
          {amount}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("expected.title")}>
        <Stack gap="sm">
          <Text size="sm" fw={600}>
            {t("expected.title")}
          </Text>
          {row.expectedSteps.map((step, at) => (
            <div key={at}>
              <Text size="sm">
                {step.key === "renewals" ? step.name : t("expected.purchases")}{" "}
                <Text span fw={600}>
                  <Money minor={step.marginMinor} currency={row.currency} />
                </Text>
              </Text>
              <Text size="xs" c="dimmed">
                {step.key === "renewals"
                  ? t(step.learnt ? "expected.renewalsLearnt" : "expected.renewalsStated", {
                      amount: format.money(step.unitMinor, row.currency),
                      times: format.number(Math.round(step.times * 10) / 10),
                      months: step.months ?? 0,
                    })
                  : t("expected.purchasesLearnt", {
                      amount: format.money(step.unitMinor, row.currency),
                      times: format.number(Math.round(step.times * 100) / 100),
                      alive: format.percent(step.alive ?? 0),
                    })}
              </Text>
            </div>
          ))}
          <Text size="xs" c="dimmed">
            {t("expected.margin")}
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
