import { Alert, Badge, Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, client } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { SettingsPage } from "./settings-page.tsx";

type Purpose = Awaited<ReturnType<typeof client.consent.purposes>>["rows"][number];
const refetch = () => queryClient.invalidateQueries({ queryKey: api.consent.key() });

/** What people are asked to agree to, in which words, and whether the ledger is whole. */
export default function ConsentPurposes() {
  const t = useT("settings");
  const format = useFormat();
  const { locale } = format;
  const can = useCan();
  const [wording, setWording] = useState<Purpose>();
  const [checking, setChecking] = useState(false);
  const [checked, setChecked] = useState<Awaited<ReturnType<typeof client.consent.verifyLedger>>>();
  const query = useQuery(api.consent.purposes.queryOptions());
  const save = useWrite(api.consent.savePurpose.mutationOptions({ onSuccess: refetch }), { done: t("saved") });
  const verify = async (): Promise<void> => {
    setChecking(true);
    setChecked(await client.consent.verifyLedger().finally(() => setChecking(false)));
  };
  return (
    <SettingsPage
      title={t("tab.consent")}
      subtitle={t("consent.subtitle")}
      actions={
        <Button variant="default" loading={checking} onClick={() => void verify()}>
          {t("consent.verify")}
        </Button>
      }
    >
      <Stack gap="md" maw={860}>
        {checked && (
          <Alert
            role="status"
            color={checked.whole ? "teal" : "red"}
            title={checked.whole ? t("consent.whole") : t("consent.broken")}
          >
            {checked.whole
              ? t("consent.wholeText", { count: Number(checked.length), n: format.number(checked.length) })
              : t("consent.brokenText", { row: checked.brokenAt ?? "" })}
          </Alert>
        )}
        <Loaded query={query}>
          {({ rows }) =>
            rows.map((purpose) => (
              <Panel
                key={purpose.key}
                title={purpose.name[locale]}
                action={
                  can("manage consent purposes") && (
                    <Group gap="xs">
                      <Button size="compact-sm" variant="default" onClick={() => setWording(purpose)}>
                        {t("consent.newText")}
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        loading={save.isPending}
                        onClick={() => {
                          const { key, name, description, channel, basis, doubleOptIn, active } = purpose;
                          save.mutate({ purpose: key, name, description, channel, basis, doubleOptIn, active: !active });
                        }}
                      >
                        {purpose.active ? t("consent.switchOff") : t("consent.switchOn")}
                      </Button>
                    </Group>
                  )
                }
              >
                <Group gap="xs" mb="xs">
                  <Badge color={purpose.active ? "teal" : "gray"}>{purpose.active ? t("consent.on") : t("consent.off")}</Badge>
                  <Badge color="gray">{t(`consent.basis.${purpose.basis}`)}</Badge>
                  {purpose.doubleOptIn && <Badge color="gray">{t("consent.double")}</Badge>}
                  <Badge color="gray">{t("consent.version", { version: purpose.textVersion })}</Badge>
                </Group>
                <Text size="sm">{purpose.text[locale]}</Text>
                <Text size="xs" c="dimmed" mt={4}>
                  {purpose.description[locale]}
                </Text>
              </Panel>
            ))
          }
        </Loaded>
      </Stack>
      {wording && <WordingDialog purpose={wording} onClose={() => setWording(undefined)} />}
    </SettingsPage>
  );
}

function WordingDialog({ purpose, onClose }: { purpose: Purpose; onClose: () => void }) {
  const t = useT("settings");
  const { locale } = useFormat();
  const [en, setEn] = useState(purpose.text.en);
  const [fr, setFr] = useState(purpose.text.fr);
  const publish = useWrite(
    api.consent.publishText.mutationOptions({
      onSuccess: () => {
        void refetch();
        onClose();
      },
    }),
    { done: t("consent.published") },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("consent.newTextFor", { name: purpose.name[locale] })}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          publish.mutate({ purpose: purpose.key, en, fr });
        }}
      >
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t("consent.newTextHelp")}
          </Text>
          <Textarea
            label={t("common:shell.language.fr")}
            required
            autosize
            minRows={3}
            maxLength={2000}
            value={fr}
            onChange={(event) => setFr(event.currentTarget.value)}
          />
          <Textarea
            label={t("common:shell.language.en")}
            required
            autosize
            minRows={3}
            maxLength={2000}
            value={en}
            onChange={(event) => setEn(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("common:action.cancel")}
            </Button>
            <Button type="submit" loading={publish.isPending} disabled={en === purpose.text.en && fr === purpose.text.fr}>
              {t("consent.publish")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
