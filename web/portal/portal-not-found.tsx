import { IconMapOff } from "@tabler/icons-react";
import { useT } from "../i18n/use-t.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { LinkButton } from "../ui/links.tsx";
import { PortalPage } from "./portal-page.tsx";

export function PortalNotFound() {
  const t = useT("portal");
  return (
    <main className="tl-center">
      <PortalPage title={t("notFound.title")}>
        <EmptyState
          icon={IconMapOff}
          title={t("notFound.short")}
          text={t("notFound.help")}
          action={<LinkButton to="/portal">{t("nav.home")}</LinkButton>}
        />
      </PortalPage>
    </main>
  );
}
