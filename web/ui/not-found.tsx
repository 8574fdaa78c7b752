import { IconMapOff } from "@tabler/icons-react";
import { useT } from "../i18n/use-t.ts";
import { EmptyState } from "./empty-state.tsx";
import { LinkButton } from "./links.tsx";

export function NotFound() {
  const t = useT();
  return (
    <main className="tl-center">
      <EmptyState
        icon={IconMapOff}
        title={t("notFound.title")}
        text={t("notFound.text")}
        action={<LinkButton to="/">{t("notFound.home")}</LinkButton>}
      />
    </main>
  );
}
