import "./basket.css";
import { Card, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconShoppingCart } from "@tabler/icons-react";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { PortalPage } from "../portal-page.tsx";
import { usePageView } from "../visitor.ts";

/** What can be bought, each by a few questions. */
export default function Shop() {
  const t = useT("portal-shop");
  const { locale } = useFormat();
  usePageView("/shop");
  const guides = useQuery(api.configuration.online.queryOptions());
  return (
    <PortalPage title={t("title")} intro={t("intro")} width="wide">
      <Loaded query={guides}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon={IconShoppingCart} title={t("empty.title")} text={t("empty.text")} />
          ) : (
            <div className="tl-shop">
              {rows.map((guide) => (
                <Card key={guide.slug} padding="lg">
                  <Title order={2} size="h3">
                    {guide.name[locale]}
                  </Title>
                  <Text mt={4} mb="md">
                    {guide.intro[locale]}
                  </Text>
                  <div>
                    <LinkButton
                      to="/shop/$slug"
                      params={{ slug: guide.slug }}
                      size="md"
                      aria-label={`${t("start")} : ${guide.name[locale]}`}
                    >
                      {t("start")}
                    </LinkButton>
                  </div>
                </Card>
              ))}
            </div>
          )
        }
      </Loaded>
    </PortalPage>
  );
}
