import { SegmentedControl } from "@mantine/core";
import { type Locale, locales } from "../../i18n/locale.ts";
import { useT } from "../../i18n/use-t.ts";

/** In which language a text is written or shown; a mark beside one where something is missing. */
export function LocaleChoice(props: { value: Locale; onChange: (locale: Locale) => void; missing?: readonly Locale[] }) {
  const t = useT("campaigns");
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("locale")}
      value={props.value}
      onChange={(value) => props.onChange(value as Locale)}
      data={locales.map((value) => ({
        value,
        label: `${t(`common:shell.language.${value}`)}${props.missing?.includes(value) ? " •" : ""}`,
      }))}
    />
  );
}
