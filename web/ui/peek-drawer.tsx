import { Drawer, Group, Title } from "@mantine/core";
import { IconArrowUpRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useT } from "../i18n/use-t.ts";
import { LinkButton, type Target } from "./links.tsx";

/** A look at a record without leaving the list. Escape closes; the full page is one click away. */
export function PeekDrawer(props: { title: string; opened: boolean; onClose: () => void; open?: Target; children: ReactNode }) {
  const t = useT();
  return (
    <Drawer.Root opened={props.opened} onClose={props.onClose} position="right" size={480}>
      <Drawer.Overlay backgroundOpacity={0.15} />
      <Drawer.Content aria-label={props.title}>
        <Drawer.Header>
          <Title order={2}>{props.title}</Title>
          <Group gap="xs" wrap="nowrap">
            {props.open && (
              <LinkButton {...props.open} variant="default" size="xs" rightSection={<IconArrowUpRight size={14} aria-hidden />}>
                {t("peek.open")}
              </LinkButton>
            )}
            <Drawer.CloseButton aria-label={t("action.close")} />
          </Group>
        </Drawer.Header>
        <Drawer.Body>{props.opened && props.children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
