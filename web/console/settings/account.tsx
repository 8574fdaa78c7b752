import { Button, Group, PasswordInput, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { sendJson } from "../../api/send.ts";
import { type Me, meQuery, useMe } from "../../api/session.ts";
import { adoptLocale } from "../../i18n/start.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { tell, tellError } from "../../ui/toast.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { SettingsPage } from "./settings-page.tsx";
import { TwoFactor } from "./two-factor.tsx";

/** My own account: name and language, password, second factor. */
export default function Account() {
  const t = useT("settings");
  const me = useMe();
  return (
    <SettingsPage title={t("tab.account")}>
      {me && (
        <Stack gap="lg" maw={560}>
          <Profile me={me} />
          <Password />
          <TwoFactor enabled={me.twoFactor} />
        </Stack>
      )}
    </SettingsPage>
  );
}

function Profile({ me }: { me: Me }) {
  const t = useT("settings");
  const form = useForm({ initialValues: { name: me.name, phone: me.phone ?? "", locale: me.locale } });
  const change = useWrite(
    api.staff.changeMe.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
        await adoptLocale(form.values.locale);
      },
    }),
    { done: t("saved") },
  );
  return (
    <Panel title={t("account.me")}>
      <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
        <Stack gap="sm">
          <TextInput label={t("people.name")} required {...form.getInputProps("name")} />
          <TextInput label={t("people.email")} value={me.email} readOnly />
          <TextInput type="tel" label={t("people.phone")} {...form.getInputProps("phone")} />
          <Select
            label={t("people.locale")}
            allowDeselect={false}
            data={[
              { value: "fr", label: t("common:shell.language.fr") },
              { value: "en", label: t("common:shell.language.en") },
            ]}
            {...form.getInputProps("locale")}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={change.isPending}>
              {t("common:action.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

function Password() {
  const t = useT("settings");
  const [busy, setBusy] = useState(false);
  const form = useForm({ initialValues: { currentPassword: "", newPassword: "" } });
  const change = async (values: { currentPassword: string; newPassword: string }): Promise<void> => {
    setBusy(true);
    try {
      await sendJson("/api/auth/change-password", { ...values, revokeOtherSessions: true });
      form.reset();
      tell(t("account.passwordChanged"));
    } catch (error) {
      tellError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title={t("account.password")}>
      <form onSubmit={form.onSubmit((values) => void change(values))}>
        <Stack gap="sm">
          <PasswordInput
            label={t("account.current")}
            required
            autoComplete="current-password"
            {...form.getInputProps("currentPassword")}
          />
          <PasswordInput
            label={t("account.new")}
            description={t("account.newHelp")}
            required
            minLength={12}
            autoComplete="new-password"
            {...form.getInputProps("newPassword")}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={busy}>
              {t("account.change")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
