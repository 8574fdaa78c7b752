import { Alert, Card } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useT } from "../../i18n/use-t.ts";
import { safePath } from "../../ui/safe-path.ts";
import { CodeForm } from "../code-form.tsx";
import { PortalPage } from "../portal-page.tsx";

/** Where a link that no longer works leads, and who comes without one. */
export default function PortalSignIn() {
  const t = useT("portal");
  const navigate = useNavigate();
  const { next, reason } = useSearch({ strict: false }) as { next?: string; reason?: string };
  return (
    <PortalPage width="narrow" title={t("access.title")} intro={t("access.intro")}>
      <Card padding="lg">
        {reason?.startsWith("portal.link") && (
          <Alert color="yellow" mb="md">
            {t("access.linkOver")}
          </Alert>
        )}
        <CodeForm onEntered={() => void navigate({ href: safePath(next, "/portal") })} />
      </Card>
    </PortalPage>
  );
}
