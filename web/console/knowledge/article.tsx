import { Anchor, Badge, Button, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useBlocker, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { ArticleFields, type ArticleValues } from "./article-form.tsx";
import { type ArticleDetail, articleTone } from "./knowledge-words.ts";
import { VersionsDrawer } from "./versions-drawer.tsx";

/** One article: its draft in both languages, what readers see now, and every version they saw. */
export default function Article() {
  const { articleId = "" } = useParams({ strict: false });
  const query = useQuery(api.knowledge.show.queryOptions({ input: { articleId } }));
  return (
    <Loaded query={query} skeleton={<CardSkeletons cards={2} />}>
      {(article) => <Editor key={article.id} article={article} />}
    </Loaded>
  );
}

function Editor({ article }: { article: ArticleDetail }) {
  const t = useT("knowledge");
  const format = useFormat();
  const can = useCan();
  const queries = useQueryClient();
  const [versions, setVersions] = useState(false);
  const writes = can("write articles");
  const articleId = article.id;
  const form = useForm<ArticleValues>({
    initialValues: { category: article.category, content: article.draft, keywords: article.keywords },
  });
  const dirty = form.isDirty();
  useBlocker({ shouldBlockFn: () => dirty && !window.confirm(t("leave")), enableBeforeUnload: () => dirty });
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: api.knowledge.key() });
  const onError = (error: Error): void => {
    if (error instanceof ApiError) form.setErrors(error.fields);
  };
  const save = useWrite(api.knowledge.change.mutationOptions({ onError }), { done: t("done.saved") });
  const publish = useWrite(api.knowledge.publish.mutationOptions({ onSuccess: refresh, onError }), { done: t("done.published") });
  const withdraw = useWrite(api.knowledge.withdraw.mutationOptions({ onSuccess: refresh }), {
    done: t("done.withdrawn"),
    undo: async () => {
      await publish.mutateAsync({ articleId });
    },
  });
  const keep = async (values: ArticleValues): Promise<void> => {
    await save.mutateAsync({ articleId, ...values });
    form.resetDirty(values);
    await refresh();
  };
  const unpublished = article.status !== "published" || article.changed || dirty;
  return (
    <Page
      title={form.values.content[format.locale].title || article.title[format.locale]}
      crumbs={[{ label: t("common:area.knowledge"), to: "/knowledge" }, { label: article.title[format.locale] }]}
      subtitle={
        article.publishedAt && article.status === "published" ? (
          <>
            {t("publishedAt", { version: article.version, at: format.dateTime(article.publishedAt) })}{" "}
            <Anchor href={`/portal/help/${article.slug}`} target="_blank" rel="noopener" underline="always">
              {t("see")}
            </Anchor>
          </>
        ) : (
          t("notPublished")
        )
      }
      badges={
        <Group gap={6}>
          <StatusBadge status={article.status} tone={articleTone[article.status]} label={t(`status.${article.status}`)} />
          {article.status === "published" && (article.changed || dirty) && <Badge color="indigo">{t("changed")}</Badge>}
          <Badge color="gray">{t("usedTimes", { count: article.usedCount })}</Badge>
        </Group>
      }
      actions={
        <>
          {article.versions.length > 0 && (
            <Button variant="default" onClick={() => setVersions(true)}>
              {t("versions", { count: article.versions.length })}
            </Button>
          )}
          {writes && article.status === "published" && (
            <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate({ articleId })}>
              {t("withdraw")}
            </Button>
          )}
          {writes && (
            <Button
              variant="default"
              disabled={!dirty}
              loading={save.isPending}
              onClick={() => form.onSubmit((values) => keep(values).catch(() => undefined))()}
            >
              {t("saveDraft")}
            </Button>
          )}
          {writes && (
            <Button
              disabled={!unpublished}
              loading={publish.isPending}
              onClick={() =>
                form.onSubmit(async (values) => {
                  try {
                    if (dirty) await keep(values);
                    await publish.mutateAsync({ articleId });
                  } catch {
                    // told by the write itself; what was typed is kept
                  }
                })()
              }
            >
              {t("publish")}
            </Button>
          )}
        </>
      }
    >
      <Stack gap="md">
        <ArticleFields form={form} readOnly={!writes} />
      </Stack>
      <VersionsDrawer
        article={article}
        opened={versions}
        onClose={() => setVersions(false)}
        {...(writes && {
          onTake: (content) => {
            form.setFieldValue("content", content);
            setVersions(false);
          },
        })}
      />
    </Page>
  );
}
