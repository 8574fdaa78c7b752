import "./quotes.css";
import { Badge, Group, Stack, Text } from "@mantine/core";
import { IconShieldCheck, IconShieldX } from "@tabler/icons-react";
import { parseMoney } from "#platform/money.ts";
import { parseDecimal, subtract } from "#platform/rational.ts";
import { toFixed } from "#platform/rounding.ts";
import type { client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";

type Price = Awaited<ReturnType<typeof client.quotes.why>>;

/** A price from the list to the net, step by step, with the proof that its record is whole. */
export function PriceSteps({ price }: { price: Price }) {
  const t = useT("quotes");
  const format = useFormat();
  return (
    <Stack gap="sm">
      <ol className="tl-steps">
        {price.steps.map((step, index) => (
          <li key={`${step.step}-${index}`}>
            <Text size="sm" fw={600}>
              {t(`step.${step.step}`)}
            </Text>
            <Text size="sm" className="tl-figure">
              {amount(step.to, price.currency, format)}
            </Text>
            <Text size="xs" c="dimmed">
              {sentence(step, t, format)}
            </Text>
            <Text size="xs" c="dimmed" className="tl-figure" ta="right">
              {step.operation === "set" ? "" : change(step.from, step.to, price.currency, format)}
            </Text>
          </li>
        ))}
      </ol>
      {price.marginPercent !== null && (
        <Text size="sm">{t("why.margin", { margin: format.percent(Number(price.marginPercent) / 100, 1) })}</Text>
      )}
      <Group gap={6}>
        <Badge
          color={price.intact ? "teal" : "red"}
          leftSection={price.intact ? <IconShieldCheck size={13} aria-hidden /> : <IconShieldX size={13} aria-hidden />}
        >
          {t(price.intact ? "why.intact" : "why.broken")}
        </Badge>
        <Text size="xs" c="dimmed" className="tl-figure">
          {price.hash.slice(0, 16)}
        </Text>
      </Group>
    </Stack>
  );
}

type Format = ReturnType<typeof useFormat>;
type Step = { step: string; rule: string; operation: string; operand: string; note: string | null };

/** Steps are exact: as money where they are whole cents, with every digit where they are finer, as they are if a fraction. */
function amount(value: string, currency: string, format: Format, sign = ""): string {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return sign + value;
  const digits = value.split(".")[1]?.length ?? 0;
  return sign + (digits <= 2 ? format.money(parseMoney(value, currency), currency) : `${format.number(value, 6)} ${currency}`);
}

function change(from: string, to: string, currency: string, format: Format): string {
  if (!/^-?\d+(\.\d+)?$/.test(from) || !/^-?\d+(\.\d+)?$/.test(to)) return "";
  const difference = subtract(parseDecimal(to), parseDecimal(from));
  if (difference.num === 0n) return "";
  const size = difference.num < 0n ? { num: -difference.num, den: difference.den } : difference;
  return amount(plain(toFixed(size, 6)), currency, format, difference.num < 0n ? "−" : "+");
}

const plain = (value: string): string => value.replace(/\.?0+$/, "");

function sentence(step: Step, t: (key: string, values?: Record<string, string | number>) => string, format: Format): string {
  if (step.step === "line_discount" && step.operation === "times")
    return t("why.off", { percent: format.percent(1 - Number(step.operand), 4) });
  if (step.operation === "round") return t("why.round", { to: format.number(step.operand) });
  if (step.step === "header_discount") return "";
  const [, kind, name] = /^(price list|contract) (.+)$/.exec(step.rule) ?? [];
  if (kind && name) return t(kind === "contract" ? "why.contract" : "why.priceList", { name });
  return [step.rule, step.note].filter(Boolean).join(" · ");
}
