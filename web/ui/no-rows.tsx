import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useT } from "../i18n/use-t.ts";
import { EmptyState } from "./empty-state.tsx";
import type { ListState } from "./use-list-state.ts";

/** Nothing in the list: because of its filters, or because nothing exists yet. */
export function NoRows({ list, empty }: { list: ListState; empty: ReactNode }) {
  const t = useT();
  if (!list.isFiltered) return empty ?? <EmptyState title={t("table.empty")} />;
  return (
    <EmptyState
      title={t("table.empty")}
      text={t("table.emptyFiltered")}
      action={
        <Button variant="default" onClick={list.clear}>
          {t("table.clearFilters")}
        </Button>
      }
    />
  );
}
