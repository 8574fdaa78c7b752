import { Badge, Button, Group, SimpleGrid, Stack, Switch, TagsInput, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconPlus } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { SettingsPage } from "./settings-page.tsx";

type Theme = Awaited<ReturnType<typeof client.feedback.themes>>["rows"][number];
const languages = ["fr", "en"] as const;
const blank: Theme = {
  key: "",
  name: { en: "", fr: "" },
  words: { en: [], fr: [] },
  active: true,
  now: 0,
  before: 0,
  negative: 0,
};

/** What customers speak of, as this organisation calls it: names and words in both languages. */
export default function FeedbackThemes() {
  const t = useT("settings");
  const can = useCan();
  const themes = useQuery(api.feedback.themes.queryOptions());
  const [adding, setAdding] = useState(false);
  return (
    <SettingsPage
      title={t("tab.themes")}
      subtitle={t("themes.subtitle")}
      actions={
        can("work on feedback") && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)} disabled={adding}>
            {t("themes.add")}
          </Button>
        )
      }
    >
      <Loaded query={themes}>
        {({ rows }) => (
          <Stack gap="md" maw={960}>
            {adding && <ThemePanel key="new" theme={blank} taken={rows} onDone={() => setAdding(false)} />}
            {rows.map((theme) => (
              <ThemePanel key={theme.key} theme={theme} taken={rows} />
            ))}
          </Stack>
        )}
      </Loaded>
    </SettingsPage>
  );
}

/** "Temps d'attente" -> "temps_d_attente": a key of its own, never changed again. */
function keyOf(name: string, taken: readonly Theme[]): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 36);
  const first = plain || "theme";
  for (let place = 1; ; place += 1) {
    const key = place === 1 ? first : `${first}_${place}`;
    if (!taken.some((theme) => theme.key === key)) return key;
  }
}

function ThemePanel({ theme, taken, onDone }: { theme: Theme; taken: readonly Theme[]; onDone?: () => void }) {
  const t = useT("settings");
  const format = useFormat();
  const editable = useCan()("work on feedback");
  const [name, setName] = useState(theme.name);
  const [words, setWords] = useState(theme.words);
  const [active, setActive] = useState(theme.active);
  const save = useWrite(
    api.feedback.setTheme.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.feedback.key() });
        onDone?.();
      },
    }),
    { done: t("themes.saved") },
  );
  const changed = JSON.stringify([name, words, active]) !== JSON.stringify([theme.name, theme.words, theme.active]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({ key: theme.key || keyOf(name.en, taken), name, words, active });
  };
  const title = theme.key ? theme.name[format.locale] : t("themes.add");
  return (
    <Panel
      title={title}
      action={
        <Badge color={theme.active ? "gray" : "orange"}>
          {theme.active ? t("themes.lately", { count: theme.now }) : t("themes.off")}
        </Badge>
      }
    >
      {editable ? (
        <form onSubmit={submit} aria-label={title}>
          <Stack gap="sm">
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
              {languages.map((language) => (
                <TextInput
                  key={language}
                  label={t(`journey.name.${language}`)}
                  required
                  maxLength={80}
                  value={name[language]}
                  onChange={(event) => setName({ ...name, [language]: event.currentTarget.value })}
                />
              ))}
              {languages.map((language) => (
                <TagsInput
                  key={language}
                  label={t(`themes.words.${language}`)}
                  description={t("themes.wordsHelp")}
                  maxTags={60}
                  splitChars={[",", ";"]}
                  acceptValueOnBlur
                  value={words[language]}
                  onChange={(next) => setWords({ ...words, [language]: next.map((word) => word.toLowerCase().slice(0, 40)) })}
                />
              ))}
            </SimpleGrid>
            <Group justify="space-between">
              <Switch label={t("themes.active")} checked={active} onChange={(event) => setActive(event.currentTarget.checked)} />
              <Group gap="xs">
                {onDone && (
                  <Button variant="subtle" onClick={onDone}>
                    {t("common:action.cancel")}
                  </Button>
                )}
                <Button type="submit" variant="default" disabled={!changed} loading={save.isPending}>
                  {t("common:action.save")}
                </Button>
              </Group>
            </Group>
          </Stack>
        </form>
      ) : (
        <Text size="sm">{theme.words[format.locale].join(", ")}</Text>
      )}
    </Panel>
  );
}
