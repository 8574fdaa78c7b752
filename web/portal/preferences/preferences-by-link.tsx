import "../portal.css";
import { Button, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { api, client } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { tell, tellError } from "../../ui/toast.tsx";
import { useBrand } from "../brand.ts";
import { PublicCard } from "../public-frame.tsx";
import { PreferenceList, type Preferences } from "./preference-list.tsx";

/** Preferences by the link at the foot of a message: nothing to sign in to, and one press stops everything. */
export default function PreferencesByLink() {
  const t = useT("portal-preferences");
  const { token } = useSearch({ strict: false }) as { token?: string };
  const { brandName } = useBrand();
  const title = t("title");
  useEffect(() => {
    document.title = brandName ? `${title} · ${brandName}` : title;
  }, [title, brandName]);
  return (
    <PublicCard>
      <Title order={1}>{title}</Title>
      {token ? (
        <ByToken token={token} />
      ) : (
        <>
          <Text>{t("noLink")}</Text>
          <TextLink to="/portal/preferences">{t("enter")}</TextLink>
        </>
      )}
    </PublicCard>
  );
}

function ByToken({ token }: { token: string }) {
  const t = useT("portal-preferences");
  const options = api.consent.preferencesByLink.queryOptions({ input: { token } });
  const query = useQuery({ ...options, retry: false });
  const change = async (wishes: { purpose: string; allowed: boolean }[]): Promise<Preferences> => {
    const next = await client.consent.changeByLink({ token, preferences: wishes });
    queryClient.setQueryData(options.queryKey, next);
    return next;
  };
  return (
    <Loaded query={query}>
      {(preferences) => (
        <>
          <Text>{preferences.email ? t("for", { email: preferences.email }) : t("intro")}</Text>
          <PreferenceList preferences={preferences} onChange={(wish) => change([wish])} />
          <StopAll preferences={preferences} onStop={change} />
        </>
      )}
    </Loaded>
  );
}

function StopAll(props: {
  preferences: Preferences;
  onStop: (wishes: { purpose: string; allowed: boolean }[]) => Promise<unknown>;
}) {
  const t = useT("portal-preferences");
  const [busy, setBusy] = useState(false);
  const allowed = props.preferences.preferences.filter((one) => one.allowed || one.state === "pending");
  if (allowed.length === 0)
    return (
      <Text role="status" fw={600}>
        {t("stopped")}
      </Text>
    );
  const stop = async (): Promise<void> => {
    setBusy(true);
    try {
      await props.onStop(allowed.map(({ purpose }) => ({ purpose, allowed: false })));
      tell(t("saved"));
    } catch (error) {
      tellError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="default" size="md" loading={busy} onClick={() => void stop()}>
      {t("stopAll")}
    </Button>
  );
}
