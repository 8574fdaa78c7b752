import { Accordion, Button, Group, Text } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { ArticleText } from "../../ui/article-text.tsx";
import { PeekDrawer } from "../../ui/peek-drawer.tsx";
import type { ArticleContent, ArticleDetail } from "./knowledge-words.ts";

/** Every version readers saw; an earlier one can become the draft again. */
export function VersionsDrawer(props: {
  article: ArticleDetail;
  opened: boolean;
  onClose: () => void;
  onTake?: (content: ArticleContent) => void;
}) {
  const t = useT("knowledge");
  const format = useFormat();
  return (
    <PeekDrawer title={t("versions.title")} opened={props.opened} onClose={props.onClose}>
      <Accordion variant="separated">
        {props.article.versions.map((one) => (
          <Accordion.Item key={one.version} value={String(one.version)}>
            <Accordion.Control>
              <Text fw={600} size="sm">
                {t("versions.one", { version: one.version })}
              </Text>
              <Text size="xs" c="dimmed">
                {format.dateTime(one.publishedAt)}
              </Text>
            </Accordion.Control>
            <Accordion.Panel>
              <Text fw={600}>{one.content[format.locale].title}</Text>
              <ArticleText body={one.content[format.locale].body} />
              {props.onTake && (
                <Group justify="flex-end">
                  <Button size="xs" variant="default" onClick={() => props.onTake?.(one.content)}>
                    {t("versions.take")}
                  </Button>
                </Group>
              )}
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </PeekDrawer>
  );
}
