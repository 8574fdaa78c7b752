import { Card, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { IconFileUnknown } from "@tabler/icons-react";
import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { ArticleText } from "../../ui/article-text.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton, TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { PortalPage } from "../portal-page.tsx";

/** One answer, in the reader's language. */
export default function HelpArticle() {
  const { slug = "" } = useParams({ strict: false }) as { slug?: string };
  const t = useT("portal-help");
  const format = useFormat();
  const article = useQuery(api.knowledge.read.queryOptions({ input: { slug, locale: format.locale } }));
  const ask = <LinkButton to="/portal/chat">{t("article.ask")}</LinkButton>;
  if (article.error instanceof ApiError && article.error.status < 500 && article.error.status !== 0)
    return (
      <PortalPage title={t("article.gone")}>
        <EmptyState icon={IconFileUnknown} title={t("article.goneShort")} text={t("article.goneText")} action={ask} />
      </PortalPage>
    );
  return (
    <PortalPage title={article.data?.title ?? t("find.title")} intro={<TextLink to="/portal/help">{t("article.all")}</TextLink>}>
      <Loaded query={article}>
        {({ body, publishedAt }) => (
          <>
            <Card padding="lg" component="article">
              <ArticleText body={body} />
              <Text size="xs" c="dimmed">
                {t("article.updated", { day: format.date(publishedAt) })}
              </Text>
            </Card>
            <Group mt="md" justify="space-between" gap="xs">
              <Text>{t("article.notEnough")}</Text>
              {ask}
            </Group>
          </>
        )}
      </Loaded>
    </PortalPage>
  );
}
