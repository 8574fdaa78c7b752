import { Card, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";

/** Answers written once, found in one's own words. */
export function HelpSearch({ limit }: { limit: number }) {
  const t = useT("portal-help");
  const { locale } = useFormat();
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim(), 250);
  const articles = useQuery({
    ...api.knowledge.find.queryOptions({ input: { q, locale, limit } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        size="md"
        aria-label={t("find.label")}
        placeholder={t("find.label")}
        leftSection={<IconSearch size={18} stroke={1.8} aria-hidden />}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Loaded query={articles}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Text c="dimmed" role="status">
              {t("find.none")}
            </Text>
          ) : (
            <Stack gap="sm">
              {rows.map((article) => (
                <Card key={article.slug} padding="md">
                  <TextLink to="/portal/help/$slug" params={{ slug: article.slug }} fw={600}>
                    {article.title}
                  </TextLink>
                  <Text size="sm" c="dimmed" mt={2}>
                    {article.excerpt}
                  </Text>
                </Card>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Stack>
  );
}
