import { Badge, Card, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconForms, IconPlus } from "@tabler/icons-react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton, TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { RelativeTime } from "../../ui/values.tsx";
import { CampaignTabs } from "./campaign-tabs.tsx";

/** The forms of public pages: what each asks, where it stands, how often it was sent in. */
export default function FormList() {
  const t = useT("campaigns");
  const format = useFormat();
  const can = useCan();
  const forms = useQuery({ ...api.forms.list.queryOptions(), ...live("form", "campaign") });
  const create = can("change forms") && (
    <LinkButton to="/campaigns/forms/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t("form.new")}
    </LinkButton>
  );
  return (
    <Page title={t("common:area.campaigns")} subtitle={t("form.subtitle")} actions={create}>
      <CampaignTabs />
      <Loaded query={forms} skeleton={<CardSkeletons cards={3} />}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon={IconForms} title={t("form.empty")} text={t("form.emptyText")} action={create} />
          ) : (
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
              {rows.map((form) => (
                <Card key={form.id} component="section" aria-label={form.name[format.locale]}>
                  <Stack gap="xs">
                    <Group justify="space-between" wrap="nowrap" align="start">
                      <TextLink fw={650} to="/campaigns/forms/$formId" params={{ formId: form.id }}>
                        {form.name[format.locale]}
                      </TextLink>
                      <Badge color={form.active ? "teal" : "gray"} style={{ flex: "none" }}>
                        {t(form.active ? "form.active" : "form.off")}
                      </Badge>
                    </Group>
                    <Text size="sm" c="dimmed">
                      {form.fields.map((field) => field.label[format.locale]).join(" · ")}
                    </Text>
                    <Text size="sm">
                      <b>{t("form.submissions", { count: form.submissions, n: format.number(form.submissions) })}</b>
                      {form.lastSubmittedAt && (
                        <>
                          {" · "}
                          <RelativeTime value={form.lastSubmittedAt} />
                        </>
                      )}
                    </Text>
                    <Text size="sm" c="dimmed">
                      {form.campaigns.length > 0
                        ? t("form.on", { where: form.campaigns.map((campaign) => campaign.name).join(", ") })
                        : t("form.nowhere")}
                    </Text>
                  </Stack>
                </Card>
              ))}
            </SimpleGrid>
          )
        }
      </Loaded>
    </Page>
  );
}
