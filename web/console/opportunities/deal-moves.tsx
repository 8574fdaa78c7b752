import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { DateTime } from "../../ui/values.tsx";
import type { DealDetail } from "./deal-words.ts";

/** When the deal entered each stage. */
export function DealMoves({ moves }: { moves: DealDetail["moves"] }) {
  const t = useT("opportunities");
  const { locale } = useFormat();
  const { data } = useQuery({ ...api.opportunities.stages.queryOptions(), staleTime: 300_000 });
  const name = (key: string): string => data?.rows.find((stage) => stage.key === key)?.name[locale] ?? key;
  return (
    <Panel title={t("moves.title")}>
      <ul className="tl-plain-list">
        {moves.toReversed().map((move) => (
          <li key={move.at + move.to}>
            <Text size="sm">{move.from ? `${name(move.from)} → ${name(move.to)}` : name(move.to)}</Text>
            <Text size="xs" c="dimmed">
              <DateTime value={move.at} time />
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
