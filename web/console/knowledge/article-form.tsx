import { Card, Group, SimpleGrid, Stack, Switch, Text, Textarea, TextInput } from "@mantine/core";
import type { useForm } from "@mantine/form";
import { useLocalStorage } from "@mantine/hooks";
import { useT } from "../../i18n/use-t.ts";
import { ArticleText } from "../../ui/article-text.tsx";
import { type ArticleContent, locales } from "./knowledge-words.ts";

export interface ArticleValues {
  category: string;
  content: ArticleContent;
  keywords: { en: string; fr: string };
}
export const noValues: ArticleValues = {
  category: "",
  content: { en: { title: "", body: "" }, fr: { title: "", body: "" } },
  keywords: { en: "", fr: "" },
};

/** Both languages side by side, as they are written or as readers will see them. */
export function ArticleFields({ form, readOnly }: { form: ReturnType<typeof useForm<ArticleValues>>; readOnly?: boolean }) {
  const t = useT("knowledge");
  const [preview, setPreview] = useLocalStorage({ key: "throughline.article.preview", defaultValue: false });
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end" gap="md">
        <TextInput
          label={t("col.category")}
          description={t("categoryHelp")}
          required
          maxLength={60}
          w={280}
          readOnly={!!readOnly}
          {...form.getInputProps("category")}
        />
        <Switch label={t("preview")} checked={preview} onChange={(event) => setPreview(event.currentTarget.checked)} />
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {locales.map((locale) => (
          <Card key={locale} component="section" padding="md" aria-label={t(`common:shell.language.${locale}`)} lang={locale}>
            <Stack gap="sm">
              <Text fw={650} component="h2" size="md" m={0}>
                {t(`common:shell.language.${locale}`)}
              </Text>
              {preview ? (
                <>
                  <Text fw={650} size="xl">
                    {form.values.content[locale].title || "–"}
                  </Text>
                  <ArticleText body={form.values.content[locale].body} />
                </>
              ) : (
                <>
                  <TextInput
                    label={t("col.title")}
                    required
                    maxLength={160}
                    readOnly={!!readOnly}
                    {...form.getInputProps(`content.${locale}.title`)}
                  />
                  <Textarea
                    label={t("body")}
                    description={t("bodyHelp")}
                    required
                    autosize
                    minRows={12}
                    maxRows={30}
                    maxLength={20_000}
                    readOnly={!!readOnly}
                    {...form.getInputProps(`content.${locale}.body`)}
                  />
                  <TextInput
                    label={t("keywords")}
                    description={t("keywordsHelp")}
                    maxLength={300}
                    readOnly={!!readOnly}
                    {...form.getInputProps(`keywords.${locale}`)}
                  />
                </>
              )}
            </Stack>
          </Card>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
