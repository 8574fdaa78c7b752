import { Group } from "@mantine/core";
import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";

const views = ["journal", "balance", "exports"] as const;

/** The three views of the books under one title. */
export function LedgerFrame({ view, children }: { view: (typeof views)[number]; children: ReactNode }) {
  const t = useT("ledger");
  return (
    <Page
      title={t("common:area.ledger")}
      actions={
        <Group gap="xs" component="nav" aria-label={t("views")}>
          {views.map((name) => (
            <LinkButton
              key={name}
              to={name === "journal" ? "/ledger" : `/ledger/${name}`}
              variant={name === view ? "light" : "default"}
              {...(name === view && { "aria-current": "page" as const })}
            >
              {t(`view.${name}`)}
            </LinkButton>
          ))}
        </Group>
      }
    >
      {children}
    </Page>
  );
}
