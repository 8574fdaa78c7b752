import { SimpleGrid } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { StatCard } from "../../ui/stat-card.tsx";

const counted = ["rows", "created", "updated", "unchanged", "marked", "errors"] as const;

/** The rows of a file by what becomes of them. */
export function ImportCounts({ counts }: { counts: Record<(typeof counted)[number], number> }) {
  const t = useT("imports");
  const format = useFormat();
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} mb="md">
      {counted.map((id) => (
        <StatCard key={id} label={t(`count.${id}`)} value={format.number(counts[id])} />
      ))}
    </SimpleGrid>
  );
}
