import { SegmentedControl } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useT } from "../../i18n/use-t.ts";

/** The same deals as a table or as a board; the owner asked for goes along. */
export function DealViews({ view }: { view: "table" | "board" }) {
  const t = useT("opportunities");
  const navigate = useNavigate();
  const { owner } = useSearch({ strict: false }) as { owner?: string };
  return (
    <SegmentedControl
      aria-label={t("view")}
      value={view}
      onChange={(next) =>
        void navigate({
          to: next === "board" ? "/opportunities/board" : "/opportunities",
          search: (owner ? { owner } : {}) as never,
        })
      }
      data={[
        { value: "table", label: t("view.table") },
        { value: "board", label: t("view.board") },
      ]}
    />
  );
}
