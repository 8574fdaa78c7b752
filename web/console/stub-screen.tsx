import { IconHammer } from "@tabler/icons-react";
import { useT } from "../i18n/use-t.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";

/** Says plainly that an area has no screen yet. Each area replaces it by its own. */
export const stubScreen = (label: string) => async () => ({
  default: function StubScreen() {
    const t = useT();
    return (
      <Page title={t(label)}>
        <EmptyState icon={IconHammer} title={t("area.stub.title")} text={t("area.stub.text")} />
      </Page>
    );
  },
});
