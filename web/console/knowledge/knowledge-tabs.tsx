import { Link } from "@tanstack/react-router";
import { useCan } from "../../api/can.ts";
import { useT } from "../../i18n/use-t.ts";

const parts = [
  ["/knowledge", "tab.articles", "read articles"],
  ["/knowledge/answers", "tab.answers", "read conversations"],
  ["/knowledge/questions", "tab.questions", "read how the assistant does"],
] as const;

/** Articles for everybody, ready answers for agents, and what nobody has answered yet. */
export function KnowledgeTabs() {
  const t = useT("knowledge");
  const can = useCan();
  return (
    <nav className="tl-parts" aria-label={t("common:area.knowledge")}>
      {parts
        .filter(([, , permission]) => can(permission))
        .map(([to, label]) => (
          <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
            {t(label)}
          </Link>
        ))}
    </nav>
  );
}
