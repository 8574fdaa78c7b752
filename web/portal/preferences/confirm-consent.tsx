import { Button, Card, Stack, Text } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { client } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { PortalPage } from "../portal-page.tsx";

/** The second step of a double opt-in. One press, because mail scanners follow links and must not agree for anybody. */
export default function ConfirmConsent() {
  const t = useT("portal-preferences");
  const { token } = useSearch({ strict: false }) as { token?: string };
  const [state, setState] = useState<"asking" | "busy" | "done">("asking");
  const [problem, setProblem] = useState<unknown>();
  const confirm = async (): Promise<void> => {
    setState("busy");
    try {
      await client.consent.confirm({ token: token ?? "" });
      setState("done");
      setProblem(undefined);
    } catch (error) {
      setProblem(error);
      setState("asking");
    }
  };
  return (
    <PortalPage title={state === "done" ? t("confirm.done") : t("confirm.title")}>
      <Card padding="lg" maw={480}>
        {problem !== undefined && <ErrorState error={problem} />}
        {state === "done" ? (
          <Stack gap="md" role="status">
            <Text>{t("confirm.doneText")}</Text>
            <LinkButton to="/portal/preferences" variant="default">
              {t("title")}
            </LinkButton>
          </Stack>
        ) : (
          <Stack gap="md">
            <Text>{t("confirm.text")}</Text>
            <Button size="md" loading={state === "busy"} disabled={!token} onClick={() => void confirm()}>
              {t("confirm.yes")}
            </Button>
          </Stack>
        )}
      </Card>
    </PortalPage>
  );
}
