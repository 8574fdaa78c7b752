import { Alert, Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { ArticleFields, type ArticleValues, noValues } from "./article-form.tsx";
import { slugOf } from "./knowledge-words.ts";

/** A new answer, begun from nothing or from a question nobody could answer. */
export default function NewArticle() {
  const t = useT("knowledge");
  const navigate = useNavigate();
  const { question } = useSearch({ strict: false }) as { question?: string };
  const { key } = useSubmitKey();
  const [address, setAddress] = useState<string>();
  const form = useForm<ArticleValues>({
    initialValues: { ...noValues, keywords: { en: question?.slice(0, 300) ?? "", fr: question?.slice(0, 300) ?? "" } },
  });
  const slug = address ?? slugOf(form.values.content.fr.title || form.values.content.en.title);
  const create = useWrite(
    api.knowledge.create.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: ({ id }) => void navigate({ to: "/knowledge/$articleId", params: { articleId: id } as never }),
      onError: (error) => {
        if (error instanceof ApiError) form.setErrors(error.fields);
      },
    }),
    { done: t("done.created") },
  );
  return (
    <Page title={t("new")} crumbs={[{ label: t("common:area.knowledge"), to: "/knowledge" }, { label: t("new") }]}>
      <form onSubmit={form.onSubmit((values) => create.mutate({ slug, ...values }))}>
        <Stack gap="md">
          {question && <Alert color="indigo">{t("fromQuestion", { question })}</Alert>}
          <ArticleFields form={form} />
          <TextInput
            label={t("slug")}
            description={t("slugHelp")}
            required
            maw={480}
            maxLength={81}
            pattern="[a-z0-9][a-z0-9\-]+"
            value={slug}
            error={form.errors["slug"]}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <LinkButton to="/knowledge" variant="default">
              {t("common:action.cancel")}
            </LinkButton>
            <Button type="submit" loading={create.isPending}>
              {t("saveDraft")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}
