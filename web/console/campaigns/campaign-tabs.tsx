import "./campaigns.css";
import { Link } from "@tanstack/react-router";
import { useT } from "../../i18n/use-t.ts";

const parts = [
  ["/campaigns", "tab.campaigns"],
  ["/campaigns/forms", "tab.forms"],
  ["/campaigns/nurture", "tab.nurture"],
] as const;

/** Campaigns, the forms of their pages, and what those who go quiet receive. */
export function CampaignTabs() {
  const t = useT("campaigns");
  return (
    <nav className="tl-parts" aria-label={t("common:area.campaigns")}>
      {parts.map(([to, label]) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {t(label)}
        </Link>
      ))}
    </nav>
  );
}
