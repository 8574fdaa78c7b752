import { Rating } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";

/** A rating of 1 to 5 as stars; read aloud as a figure. */
export function Stars({ value }: { value: number }) {
  const t = useT("reviews");
  const format = useFormat();
  return (
    <span role="img" aria-label={t("stars", { value: format.number(value, 1) })}>
      <Rating value={value} fractions={2} readOnly size="sm" aria-hidden />
    </span>
  );
}
