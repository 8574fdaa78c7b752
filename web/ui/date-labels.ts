import type { MantineThemeOverride } from "@mantine/core";
import type { T } from "../i18n/use-t.ts";

/** Every calendar of the page says what its arrows and its clearing do, in the reader's language, and hides the days of other months. */
export function calendarDefaults(t: T): MantineThemeOverride {
  const ariaLabels = {
    nextMonth: t("date.nextMonth"),
    previousMonth: t("date.previousMonth"),
    nextYear: t("date.nextYear"),
    previousYear: t("date.previousYear"),
    nextDecade: t("date.nextDecade"),
    previousDecade: t("date.previousDecade"),
    monthLevelControl: t("date.chooseMonth"),
    yearLevelControl: t("date.chooseYear"),
  };
  const defaultProps = { ariaLabels, hideOutsideDates: true };
  const cleared = { ...defaultProps, clearButtonProps: { "aria-label": t("action.clear") } };
  return {
    components: Object.fromEntries([
      ...["Calendar", "DatePicker"].map((name) => [name, { defaultProps }]),
      ...["DatePickerInput", "DateInput", "DateTimePicker"].map((name) => [name, { defaultProps: cleared }]),
    ]),
  };
}
