import { IconArrowRight } from "@tabler/icons-react";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import type { Draft, ShownTable } from "./types.ts";

/** The decision as DMN draws it, reduced to what one reads at a glance: what it needs, how it decides, what it answers. */
export function DecisionDrawing({ table, hitPolicy }: { table: ShownTable; hitPolicy: Draft["hitPolicy"] }) {
  const t = useT("rules");
  const { locale } = useFormat();
  return (
    <section className="tl-decision" aria-label={t("drawing")}>
      <div>
        <h2>{t("drawing.needs")}</h2>
        <ul>
          {table.inputs.map((input) => (
            <li key={input.name} className="tl-decision-input">
              {input.label[locale]}
            </li>
          ))}
        </ul>
      </div>
      <IconArrowRight className="tl-decision-arrow" size={20} aria-hidden />
      <div>
        <h2>{t("drawing.decides")}</h2>
        <p className="tl-decision-box">
          <strong>{table.name[locale]}</strong>
          <span>{t(`policy.${hitPolicy}.says`)}</span>
        </p>
      </div>
      <IconArrowRight className="tl-decision-arrow" size={20} aria-hidden />
      <div>
        <h2>{t("drawing.answers")}</h2>
        <ul>
          {table.outputs.map((output) => (
            <li key={output.name} className="tl-decision-output">
              {output.label[locale]}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
