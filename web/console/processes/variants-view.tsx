import { Stack, Table, Text } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { eventName } from "../../ui/timeline.tsx";
import { Share } from "./share.tsx";
import type { Explored } from "./types.ts";
import type { Question } from "./use-question.ts";
import { waitText } from "./words.ts";

const shownSteps = 14;

/** The ways through, the most usual first, with how long each takes. */
export function VariantsView({ explored, asked }: { explored: Explored; asked: Question }) {
  const t = useT("processes");
  const format = useFormat();
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t("variants.note", { count: explored.variantCount, shown: explored.variants.length })}
      </Text>
      <Table.ScrollContainer
        minWidth={680}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, "aria-label": t("view.variants") } }}
      >
        <Table verticalSpacing="sm" fz="sm" aria-label={t("view.variants")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" w={120}>
                {t("col.variant")}
              </Table.Th>
              <Table.Th scope="col">{t("col.way")}</Table.Th>
              <Table.Th scope="col" w={150}>
                {t("col.share")}
              </Table.Th>
              <Table.Th scope="col" ta="right" w={100}>
                {t("col.duration")}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {explored.variants.map((variant, index) => (
              <Table.Tr key={variant.id}>
                <Table.Th scope="row" fw={500}>
                  <button type="button" className="tl-row-open" onClick={() => asked.show(`variant:${variant.id}`)}>
                    {t("filter.variant", { place: index + 1 })}
                  </button>
                  <Text size="xs" c="dimmed">
                    {t("casesCount", { count: variant.cases, n: format.number(variant.cases) })}
                  </Text>
                </Table.Th>
                <Table.Td>
                  <Way activities={variant.activities} />
                </Table.Td>
                <Table.Td>
                  <Share of={variant.share} />
                  <Text size="xs" c="dimmed">
                    {t("cumulative", { share: format.percent(variant.cumulative, 1) })}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">{waitText(variant.medianHours, format, t)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}

/** A way as a row of chevrons; a long one says how much more there is. */
export function Way({ activities }: { activities: readonly string[] }) {
  const t = useT("processes");
  const rest = activities.length - shownSteps;
  return (
    <ol className="tl-way">
      {activities.slice(0, shownSteps).map((activity, index) => (
        <li key={index}>{eventName(activity, t)}</li>
      ))}
      {rest > 0 && <li>{t("moreSteps", { count: rest })}</li>}
    </ol>
  );
}
