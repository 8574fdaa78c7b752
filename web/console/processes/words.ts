import type { Format } from "../../i18n/use-format.ts";
import type { T } from "../../i18n/use-t.ts";
import { eventName } from "../../ui/timeline.tsx";

const hourMs = 3_600_000;

/** Hours as people say them; the same moment is "at once". */
export const waitText = (hours: number | null, format: Format, t: T): string =>
  hours === null ? "–" : hours < 1 / 3_600 ? t("atOnce") : format.duration(hours * hourMs);

/** "deviation:missing>quote.sent" as the reader says it: "Missing: Quote sent". */
export function filterName(filter: string, t: T, variants?: ReadonlyMap<string, number>): string {
  const colon = filter.indexOf(":");
  const [word, about] = [filter.slice(0, colon), filter.slice(colon + 1)];
  const [first = "", second = ""] = about.split(">");
  switch (word) {
    case "activity":
      return eventName(about, t);
    case "edge":
      return t("filter.edge", { from: eventName(first, t), to: eventName(second, t) });
    case "starts":
    case "ends":
    case "late":
      return t(`filter.${word}`, { step: eventName(about, t) });
    case "loop":
      return t("filter.loop", {
        steps: about
          .split(">")
          .map((step) => eventName(step, t))
          .join(" → "),
      });
    case "deviation":
      return second ? t("filter.deviation", { kind: t(`class.${first}`), step: eventName(second, t) }) : t(`class.${first}`);
    case "conforms":
      return t(`filter.conforms.${about}`);
    case "variant": {
      const place = variants?.get(about);
      return place === undefined ? t("filter.variantOther") : t("filter.variant", { place });
    }
    default:
      return t("filter.trait", { trait: t(`trait.${word}`), value: traitValue(word, about === "-" ? "" : about, t) });
  }
}

/** What a trait says, in words where there are some; an organisation's own as they are. */
export function traitValue(trait: string, value: string, t: T): string {
  if (value === "") return t("trait.none");
  const key = trait === "channel" ? `common:channel.${value}` : trait === "source" ? `leads:source.${value}` : undefined;
  if (!key) return value;
  const text = t(key);
  return text === key || text === key.slice(key.indexOf(":") + 1) ? value : text;
}
