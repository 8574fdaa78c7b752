import "./catalog.css";
import { ActionIcon, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";

/** Bands of a quantity, each with its figure: the last one is open, so that a large quantity is never without one. */
export function BandsInput<K extends string>(props: {
  legend: string;
  tiers: readonly ({ upTo: string } & Record<K, string>)[];
  what: K;
  /** Names the figure of a band: "Price of one". */
  label: string;
  unit: string;
  countLabel: string;
  errors: Record<string, string>;
  onChange: (tiers: ({ upTo: string } & Record<K, string>)[]) => void;
}) {
  const { tiers, what, errors } = props;
  const t = useT("catalog");
  const { locale } = useFormat();
  const set = (at: number, key: string, value: string): void =>
    props.onChange(tiers.map((tier, index) => (index === at ? { ...tier, [key]: value } : tier)));
  const add = (): void =>
    props.onChange([
      ...tiers.slice(0, -1),
      { ...tiers.at(-1)!, upTo: tiers.length > 1 ? String(Number(tiers.at(-2)!.upTo.replace(",", ".")) * 2 || "") : "10" },
      { ...tiers.at(-1)!, upTo: "", [what]: "" },
    ]);
  return (
    <Stack gap="xs" component="fieldset" className="tl-bands">
      <Text component="legend" size="sm" fw={500}>
        {props.legend}
      </Text>
      {tiers.map((tier, at) => {
        const isLast = at === tiers.length - 1;
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a band is its place
          <Group key={at} gap="xs" align="start" wrap="nowrap">
            {isLast ? (
              <TextInput
                label={props.countLabel}
                value={t(tiers.length === 1 ? "bands.all" : "bands.andAbove")}
                readOnly
                variant="filled"
                flex={1}
              />
            ) : (
              <TextInput
                label={props.countLabel}
                inputMode="decimal"
                value={tier.upTo}
                error={errors[`tiers.${at}.upTo`]}
                onChange={(event) => set(at, "upTo", event.currentTarget.value)}
                flex={1}
              />
            )}
            <TextInput
              label={props.label}
              inputMode="decimal"
              rightSection={props.unit}
              rightSectionWidth={52}
              value={tier[what]}
              error={errors[`tiers.${at}.${what}`]}
              placeholder={locale === "fr" ? "0,00" : "0.00"}
              onChange={(event) => set(at, what, event.currentTarget.value)}
              flex={1}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              mt={22}
              size={34}
              aria-label={t("bands.remove", { n: at + 1 })}
              disabled={tiers.length === 1}
              onClick={() =>
                props.onChange(
                  tiers
                    .filter((_, index) => index !== at)
                    .map((each, index, all) => (index === all.length - 1 ? { ...each, upTo: "" } : each)),
                )
              }
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        );
      })}
      <div>
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
          {t("bands.add")}
        </Button>
      </div>
    </Stack>
  );
}
