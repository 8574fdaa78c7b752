import { Card, SimpleGrid, Skeleton, Stack } from "@mantine/core";
import { useT } from "../i18n/use-t.ts";

const widths = ["72%", "54%", "88%", "63%", "47%"];

/** Lines of text on their way. */
export function TextSkeleton({ lines = 4 }: { lines?: number }) {
  const t = useT();
  return (
    <Stack gap={10} role="status" aria-label={t("state.loading")}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={11} width={widths[line % widths.length] ?? "60%"} />
      ))}
    </Stack>
  );
}

/** Stat cards on their way. */
export function CardSkeletons({ cards = 4 }: { cards?: number }) {
  const t = useT();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: cards }} role="status" aria-label={t("state.loading")}>
      {Array.from({ length: cards }, (_, card) => (
        <Card key={card} padding="md">
          <Skeleton height={10} width="45%" />
          <Skeleton height={26} width="60%" mt={12} />
        </Card>
      ))}
    </SimpleGrid>
  );
}
