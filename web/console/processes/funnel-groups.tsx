import { Table, Title } from "@mantine/core";
import type { client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { eventName } from "../../ui/timeline.tsx";
import { traitValue } from "./words.ts";

type Found = Awaited<ReturnType<typeof client.mining.funnel>>;

/** The same funnel for each channel, source, campaign … beside one another. */
export function FunnelGroups(props: {
  found: Found;
  by: string;
  onOpen: (what: "reached", place: number, group: string) => void;
}) {
  const t = useT("processes");
  const format = useFormat();
  const title = t("funnel.groups", { trait: t(`trait.${props.by}`) });
  return (
    <section aria-labelledby="funnel-groups">
      <Title order={2} size="h4" id="funnel-groups" mb="xs">
        {title}
      </Title>
      <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0, "aria-label": title } }}>
        <Table fz="sm" striped aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t(`trait.${props.by}`)}</Table.Th>
              {props.found.steps.map((step) => (
                <Table.Th key={step.step} scope="col" ta="right">
                  {eventName(step.step, t)}
                </Table.Th>
              ))}
              <Table.Th scope="col" ta="right">
                {t("col.conversion")}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {props.found.groups.map((group) => (
              <Table.Tr key={group.value}>
                <Table.Th scope="row" fw={500}>
                  {traitValue(props.by, group.name, t)}
                </Table.Th>
                {group.steps.map((step, index) => (
                  <Table.Td key={step.step} ta="right">
                    {step.cases === 0 ? (
                      format.number(0)
                    ) : (
                      <button
                        type="button"
                        className="tl-row-open"
                        onClick={() => props.onOpen("reached", index + 1, group.value)}
                      >
                        {format.number(step.cases)}
                      </button>
                    )}
                  </Table.Td>
                ))}
                <Table.Td ta="right" fw={600}>
                  {group.conversion === null ? "–" : format.percent(group.conversion, 1)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
