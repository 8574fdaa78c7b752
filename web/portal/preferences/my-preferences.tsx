import { Button, Card, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { api, client } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { adoptLocale } from "../../i18n/start.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { saveJson } from "../../ui/save-json.ts";
import { tell, tellError } from "../../ui/toast.tsx";
import { CodeForm } from "../code-form.tsx";
import { PortalPage } from "../portal-page.tsx";
import { type PortalMe, portalMeQuery, usePortalMe } from "../session.ts";
import { PreferenceList } from "./preference-list.tsx";

/** What I agreed to, my details, and the receipt to keep. */
export default function MyPreferences() {
  const t = useT("portal-preferences");
  const me = usePortalMe();
  const options = api.consent.myPreferences.queryOptions();
  const query = useQuery({ ...options, meta: { nouns: ["consent"] } });
  return (
    <PortalPage width="wide" title={t("title")} intro={t("intro")}>
      <div className="tl-portal-split" data-even>
        <div>
          <Loaded query={query}>
            {(preferences) => (
              <PreferenceList
                preferences={preferences}
                onChange={async (wish) => {
                  const next = await client.consent.changeMine({ preferences: [wish] });
                  queryClient.setQueryData(options.queryKey, next);
                  return next;
                }}
              />
            )}
          </Loaded>
        </div>
        <div>
          {me && <Details me={me} />}
          <Receipt />
        </div>
      </div>
    </PortalPage>
  );
}

function Details({ me }: { me: PortalMe }) {
  const t = useT("portal-preferences");
  const [busy, setBusy] = useState(false);
  const form = useForm({
    initialValues: { firstName: me.firstName, lastName: me.lastName, phone: me.phone ?? "", locale: me.locale },
  });
  const refetch = () => queryClient.invalidateQueries({ queryKey: portalMeQuery.queryKey });
  const save = async (values: typeof form.values): Promise<void> => {
    setBusy(true);
    try {
      await client.portal.changeMe(values);
      await refetch();
      await adoptLocale(values.locale);
      tell(t("saved"));
    } catch (error) {
      tellError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card padding="lg">
      <Text component="h2" fw={650} size="lg" mb="sm">
        {t("details")}
      </Text>
      {me.level === "full" ? (
        <form onSubmit={form.onSubmit((values) => void save(values))}>
          <Stack gap="sm">
            <TextInput label={t("firstName")} required autoComplete="given-name" {...form.getInputProps("firstName")} />
            <TextInput label={t("lastName")} required autoComplete="family-name" {...form.getInputProps("lastName")} />
            <TextInput type="tel" label={t("phone")} autoComplete="tel" {...form.getInputProps("phone")} />
            <Select
              label={t("language")}
              allowDeselect={false}
              data={[
                { value: "fr", label: t("common:shell.language.fr") },
                { value: "en", label: t("common:shell.language.en") },
              ]}
              {...form.getInputProps("locale")}
            />
            <Group justify="flex-end">
              <Button type="submit" loading={busy}>
                {t("common:action.save")}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack gap="sm">
          <Text size="sm">{t("sureFirst")}</Text>
          <CodeForm onEntered={() => void refetch()} />
        </Stack>
      )}
    </Card>
  );
}

function Receipt() {
  const t = useT("portal-preferences");
  const [busy, setBusy] = useState(false);
  const download = async (): Promise<void> => {
    setBusy(true);
    try {
      saveJson("consent-receipt.json", await client.consent.myReceipt());
    } catch (error) {
      tellError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card padding="lg">
      <Text component="h2" fw={650} size="lg">
        {t("receipt")}
      </Text>
      <Text size="sm" c="dimmed" mb="sm">
        {t("receiptText")}
      </Text>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={busy}
        onClick={() => void download()}
      >
        {t("receiptGet")}
      </Button>
    </Card>
  );
}
