import { Badge, Group, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.ts";
import { type Target, TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { useQuiet } from "./work-place.tsx";

export interface WorkRow {
  id: string;
  title: string;
  note?: ReactNode;
  badge?: ReactNode;
  to: Target;
}

const shown = 6;

/** One kind of work that waits: the first rows, how many there are, and where the rest is. */
export function WorkPanel<Data>(props: {
  title: string;
  query: UseQueryResult<Data>;
  rows: (data: Data) => WorkRow[];
  all: Target;
  /** Said when nothing waits: what will appear here, and when. */
  empty: string;
  urgent?: boolean;
}) {
  const t = useT("home");
  const count = props.query.data === undefined ? 0 : props.rows(props.query.data).length;
  useQuiet(props.query.data === undefined ? undefined : count === 0);
  return (
    <Panel
      title={props.title}
      action={
        <Group gap="xs">
          {count > 0 && <Badge color={props.urgent ? "red" : "indigo"}>{count}</Badge>}
          <TextLink {...props.all} size="sm" aria-label={t("all.of", { title: props.title })}>
            {t("all")}
          </TextLink>
        </Group>
      }
    >
      <Loaded query={props.query}>
        {(data) => {
          const rows = props.rows(data);
          if (!rows.length)
            return (
              <Text size="sm" c="dimmed">
                {props.empty}
              </Text>
            );
          return (
            <ul className="tl-work">
              {rows.slice(0, shown).map((row) => (
                <li key={row.id}>
                  <Link to={row.to.to} params={row.to.params as never} search={row.to.search as never}>
                    <span>
                      <strong>{row.title}</strong>
                      {row.note && <small>{row.note}</small>}
                    </span>
                    {row.badge}
                  </Link>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Panel>
  );
}
