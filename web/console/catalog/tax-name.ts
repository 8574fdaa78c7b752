import type { T } from "../../i18n/use-t.ts";

/** A tax class in words where there are some: "Standard". */
export function taxName(t: T, value: string): string {
  const name = t(`taxClass.${value}`);
  return name === `taxClass.${value}` ? value : name;
}
