import { Button, Group, Popover, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconBook2 } from "@tabler/icons-react";
import { useState } from "react";
import { api, client } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { tellError } from "../../ui/toast.tsx";

/** Puts an article of the knowledge base into the answer, as a link or word for word, in the customer's language. */
export function ArticlePicker(props: {
  locale: "en" | "fr";
  onPick: (article: { slug: string; title: string }, words: string) => void;
}) {
  const { locale } = props;
  const t = useT("conversations");
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim(), 200);
  const articles = useQuery({
    ...api.knowledge.find.queryOptions({ input: { q, locale, limit: 8 } }),
    enabled: opened,
    placeholderData: keepPreviousData,
  });
  const insert = async (slug: string, title: string, whole: boolean): Promise<void> => {
    try {
      const words = whole
        ? (await client.knowledge.read({ slug, locale })).body.replace(/^#+\s*/gm, "").replaceAll("**", "")
        : `${title}\n${location.origin}/portal/help/${slug}`;
      props.onPick({ slug, title }, words);
      setOpened(false);
    } catch (error) {
      tellError(error);
    }
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="top-end" shadow="md" width={380} trapFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconBook2 size={14} stroke={1.8} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {t("article.insert")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("article.insert")}>
        <TextInput
          size="sm"
          type="search"
          data-autofocus
          aria-label={t("article.search")}
          placeholder={t("article.search")}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Stack gap="sm" mt="xs" mah={320} className="tl-scroll">
          {articles.data?.rows.map(({ slug, title, excerpt }) => (
            <div key={slug}>
              <Text size="sm" fw={550}>
                {title}
              </Text>
              <Text size="xs" c="dimmed" lineClamp={2}>
                {excerpt}
              </Text>
              <Group gap={6} mt={4}>
                <Button
                  size="compact-xs"
                  variant="light"
                  aria-label={t("article.linkOf", { title })}
                  onClick={() => void insert(slug, title, false)}
                >
                  {t("article.link")}
                </Button>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t("article.textOf", { title })}
                  onClick={() => void insert(slug, title, true)}
                >
                  {t("article.text")}
                </Button>
              </Group>
            </div>
          ))}
          {articles.data?.rows.length === 0 && (
            <Text size="sm" c="dimmed">
              {t("article.none")}
            </Text>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
