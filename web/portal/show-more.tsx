import { Button } from "@mantine/core";
import { useT } from "../i18n/use-t.ts";

/** The next page of a list, under the ones that are shown; nothing when there is no more. */
export function ShowMore({
  query,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}) {
  const t = useT();
  if (!query.hasNextPage) return null;
  return (
    <Button variant="default" fullWidth loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {t("action.showMore")}
    </Button>
  );
}
