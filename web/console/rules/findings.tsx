import { Alert } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from "@tabler/icons-react";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { findingsOf, type Finding } from "./finding-words.ts";
import type { Analysis, Draft, Fault, Rule, ShownTable } from "./types.ts";

const icons = { bad: IconAlertTriangle, note: IconInfoCircle, good: IconCircleCheck };

/** What the engine finds in the rules before anybody runs them; while a draft has faults, these come first. */
export function Findings(props: {
  table: ShownTable;
  hitPolicy: Draft["hitPolicy"];
  rules: readonly Rule[];
  faults: readonly Fault[];
  analysis: Analysis | null;
}) {
  const { table, hitPolicy, faults, analysis } = props;
  const t = useT("rules");
  const { locale } = useFormat();
  const column = (name: string): string =>
    [...table.inputs, ...table.outputs].find((each) => each.name === name)?.label[locale] ??
    (name === "reason" ? t("reason") : name);
  const found: Finding[] = [
    ...faults.map((fault) => ({
      tone: "bad" as const,
      text: t("fault", { rule: fault.rule, column: column(fault.column), message: fault.message[locale] }),
    })),
    ...(analysis ? findingsOf(table, hitPolicy, analysis, { t, locale }) : []),
  ];
  return (
    <>
      {faults.length > 0 && (
        <Alert color="red" p="xs" mb="sm" role="status">
          {t("faults", { count: faults.length })}
        </Alert>
      )}
      <ul className="tl-findings">
        {found.map(({ tone, text }) => {
          const Icon = icons[tone];
          return (
            <li key={text} data-tone={tone}>
              <Icon size={16} aria-hidden />
              <span>{text}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
