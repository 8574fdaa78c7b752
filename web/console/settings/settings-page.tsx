import "./settings.css";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useCan } from "../../api/can.ts";
import { useT } from "../../i18n/use-t.ts";
import { Page } from "../../ui/page.tsx";

const tabs = [
  { to: "/settings", label: "tab.organisation", permission: "read settings" },
  { to: "/settings/people", label: "tab.people", permission: "see colleagues" },
  { to: "/settings/permissions", label: "tab.permissions", permission: "see colleagues" },
  { to: "/settings/calendars", label: "tab.calendars", permission: "read settings" },
  { to: "/settings/journey", label: "tab.journey", permission: "read journeys" },
  { to: "/settings/themes", label: "tab.themes", permission: "read feedback" },
  { to: "/settings/deal-stages", label: "tab.dealStages", permission: "read opportunities" },
  { to: "/settings/leads", label: "tab.leads", permission: "read leads" },
  { to: "/settings/consent", label: "tab.consent", permission: "read consents" },
  { to: "/settings/messages", label: "tab.messages", permission: "read settings" },
  { to: "/settings/api-keys", label: "tab.apiKeys", permission: "manage API keys" },
  { to: "/settings/audit", label: "tab.audit", permission: "read the audit trail" },
  { to: "/settings/account", label: "tab.account", permission: "use the console" },
] as const;

/** The frame of every settings screen: what there is to set, those one may see. */
export function SettingsPage({
  title,
  subtitle,
  actions,
  children,
}: {
  title: string;
  subtitle?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const t = useT("settings");
  const can = useCan();
  return (
    <Page
      title={title}
      crumbs={[{ label: t("common:area.settings"), to: "/settings" }, { label: title }]}
      {...(subtitle && { subtitle })}
      {...(actions && { actions })}
    >
      <nav className="tl-settings-tabs" aria-label={t("common:area.settings")}>
        {tabs
          .filter((tab) => can(tab.permission))
          .map((tab) => (
            <Link key={tab.to} to={tab.to} activeOptions={{ exact: true }}>
              {t(tab.label)}
            </Link>
          ))}
      </nav>
      {children}
    </Page>
  );
}
