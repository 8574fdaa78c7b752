import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, type client } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { LeadHandOver } from "./lead-hand-over.tsx";
import { LeadRouting } from "./lead-routing.tsx";
import { LeadScoring } from "./lead-scoring.tsx";
import { SettingsPage } from "./settings-page.tsx";

export type LeadSettings = Awaited<ReturnType<typeof client.leads.settings>>;

/** When a lead goes to sales, what its score is made of, who gets it, and how fast they answer. */
export default function Leads() {
  const t = useT("settings");
  const query = useQuery(api.leads.settings.queryOptions());
  return (
    <SettingsPage title={t("tab.leads")} subtitle={t("leads.subtitle")}>
      <Loaded query={query}>
        {(settings) => (
          <Stack gap="md" maw={920}>
            <LeadHandOver settings={settings} />
            <LeadScoring rules={settings.rules} />
            <LeadRouting rules={settings.routing} />
          </Stack>
        )}
      </Loaded>
    </SettingsPage>
  );
}
