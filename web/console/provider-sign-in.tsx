import { Button, Divider } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { useT } from "../i18n/use-t.ts";

/** The way in through the organisation's own sign-in, where one is configured; otherwise nothing is shown. */
export function ProviderSignIn({ busy, onChoose }: { busy: boolean; onChoose: () => void }) {
  const t = useT();
  const { provider } = useQuery(api.staff.signInOptions.queryOptions()).data ?? {};
  if (!provider) return null;
  return (
    <>
      <Button size="md" variant="default" leftSection={<IconKey size={18} aria-hidden />} loading={busy} onClick={onChoose}>
        {provider.label ? t("signIn.provider", { name: provider.label }) : t("signIn.provider.unnamed")}
      </Button>
      <Divider label={t("signIn.or")} labelPosition="center" />
    </>
  );
}
