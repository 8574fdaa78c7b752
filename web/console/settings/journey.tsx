import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { JourneyPersonas } from "./journey-personas.tsx";
import { JourneyStages } from "./journey-stages.tsx";
import { SettingsPage } from "./settings-page.tsx";

/** The journey as the organisation means it: its stages in its words, what customers expect in each, and who they are. */
export default function JourneySettings() {
  const t = useT("settings");
  const journeys = useQuery(api.journeys.list.queryOptions());
  const slug = journeys.data?.rows[0]?.slug;
  const journey = useQuery({ ...api.journeys.show.queryOptions({ input: { slug: slug ?? "" } }), enabled: slug !== undefined });
  return (
    <SettingsPage
      title={t("tab.journey")}
      subtitle={t("journey.subtitle")}
      actions={
        <LinkButton to="/journey-map" variant="default">
          {t("journey.map")}
        </LinkButton>
      }
    >
      <Loaded query={journey}>
        {(shown) => (
          <Stack gap="lg" maw={980}>
            <JourneyStages key={JSON.stringify(shown.stages)} slug={shown.slug} stages={shown.stages} />
            <JourneyPersonas slug={shown.slug} personas={shown.personas} />
          </Stack>
        )}
      </Loaded>
    </SettingsPage>
  );
}
