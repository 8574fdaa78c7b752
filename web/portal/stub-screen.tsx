import { IconHammer } from "@tabler/icons-react";
import { useT } from "../i18n/use-t.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { PortalPage } from "./portal-page.tsx";

/** Says plainly that this part of the portal has no screen yet. Each area replaces it by its own. */
export const stubScreen = (label: string) => async () => ({
  default: function StubScreen() {
    const t = useT("portal");
    return (
      <PortalPage title={t(label)}>
        <EmptyState icon={IconHammer} title={t("stub.title")} text={t("stub.text")} />
      </PortalPage>
    );
  },
});
