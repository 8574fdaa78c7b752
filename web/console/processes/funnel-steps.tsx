import { Table, Title } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { eventName } from "../../ui/timeline.tsx";
import { Share } from "./share.tsx";
import { waitText } from "./words.ts";

interface Step {
  step: string;
  cases: number;
  share: number | null;
  ofPrevious: number | null;
  medianHours: number | null;
}

/** The funnel as figures: who went on, after how long, and who stopped there; each opens to its cases. */
export function FunnelSteps({
  steps,
  onOpen,
}: {
  steps: readonly Step[];
  onOpen: (what: "reached" | "left", place: number) => void;
}) {
  const t = useT("processes");
  const format = useFormat();
  return (
    <section aria-labelledby="funnel-steps">
      <Title order={2} size="h4" id="funnel-steps" mb="xs">
        {t("funnel.figures")}
      </Title>
      <Table.ScrollContainer
        minWidth={600}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, "aria-label": t("funnel.figures") } }}
      >
        <Table fz="sm" aria-label={t("funnel.figures")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t("col.step")}</Table.Th>
              <Table.Th scope="col" ta="right">
                {t("col.cases")}
              </Table.Th>
              <Table.Th scope="col" w={170}>
                {t("col.ofPrevious")}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {t("col.ofFirst")}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {t("col.since")}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {t("col.left")}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {steps.map((step, index) => {
              const left = step.cases - (steps[index + 1]?.cases ?? step.cases);
              return (
                <Table.Tr key={step.step}>
                  <Table.Th scope="row" fw={500}>
                    <button type="button" className="tl-row-open" onClick={() => onOpen("reached", index + 1)}>
                      {eventName(step.step, t)}
                    </button>
                  </Table.Th>
                  <Table.Td ta="right">{format.number(step.cases)}</Table.Td>
                  <Table.Td>{step.ofPrevious === null ? "–" : <Share of={step.ofPrevious} />}</Table.Td>
                  <Table.Td ta="right">{step.share === null ? "–" : format.percent(step.share, 1)}</Table.Td>
                  <Table.Td ta="right">{waitText(step.medianHours, format, t)}</Table.Td>
                  <Table.Td ta="right">
                    {left > 0 ? (
                      <button
                        type="button"
                        className="tl-row-open"
                        aria-label={t("funnel.leftLabel", { count: left, step: eventName(step.step, t) })}
                        onClick={() => onOpen("left", index + 1)}
                      >
                        {format.number(left)}
                      </button>
                    ) : (
                      "–"
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
