import { Card, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { api, client } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { PortalPage } from "../portal-page.tsx";
import { PreferenceList } from "./preference-list.tsx";

/** Preferences by the link at the foot of a message: nothing to sign in to. */
export default function PreferencesByLink() {
  const t = useT("portal-preferences");
  const { token } = useSearch({ strict: false }) as { token?: string };
  if (!token)
    return (
      <PortalPage title={t("title")}>
        <Card padding="lg">
          <Text mb="sm">{t("noLink")}</Text>
          <TextLink to="/portal/preferences">{t("enter")}</TextLink>
        </Card>
      </PortalPage>
    );
  return <ByToken token={token} />;
}

function ByToken({ token }: { token: string }) {
  const t = useT("portal-preferences");
  const options = api.consent.preferencesByLink.queryOptions({ input: { token } });
  const query = useQuery({ ...options, retry: false });
  return (
    <PortalPage title={t("title")} intro={query.data?.email ? t("for", { email: query.data.email }) : t("intro")}>
      <Loaded query={query}>
        {(preferences) => (
          <PreferenceList
            preferences={preferences}
            onChange={async (wish) => {
              const next = await client.consent.changeByLink({ token, preferences: [wish] });
              queryClient.setQueryData(options.queryKey, next);
              return next;
            }}
          />
        )}
      </Loaded>
    </PortalPage>
  );
}
