import { Anchor, Breadcrumbs, Group, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { useT } from "../i18n/use-t.ts";

export interface Crumb {
  label: string;
  to?: string;
  params?: Record<string, string>;
}

/** A screen's frame: its name (also the tab's), where it stands, what can be done here. */
export function Page(props: {
  title: string;
  subtitle?: ReactNode;
  /** A badge or two beside the title. */
  badges?: ReactNode;
  crumbs?: Crumb[];
  actions?: ReactNode;
  children: ReactNode;
}) {
  const t = useT();
  useEffect(() => {
    document.title = `${props.title} · ${t("product")}`;
  }, [props.title, t]);
  return (
    <div className="tl-page">
      {props.crumbs && (
        <Breadcrumbs component="nav" separator="/" mb={6}>
          {props.crumbs.map((crumb) =>
            crumb.to ? (
              <Anchor
                key={crumb.label}
                size="sm"
                renderRoot={(root) => <Link to={crumb.to} params={crumb.params as never} {...root} />}
              >
                {crumb.label}
              </Anchor>
            ) : (
              <Text key={crumb.label} size="sm" c="dimmed">
                {crumb.label}
              </Text>
            ),
          )}
        </Breadcrumbs>
      )}
      <header className="tl-page-head">
        <div className="tl-page-name">
          <Group gap="sm" wrap="wrap">
            <Title order={1}>{props.title}</Title>
            {props.badges}
          </Group>
          {props.subtitle && (
            <Text size="md" c="dimmed" component="div" mt={2}>
              {props.subtitle}
            </Text>
          )}
        </div>
        {props.actions && <Group gap="xs">{props.actions}</Group>}
      </header>
      {props.children}
    </div>
  );
}
