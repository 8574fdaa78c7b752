import { Text, ThemeIcon } from "@mantine/core";
import { IconInbox } from "@tabler/icons-react";
import type { ComponentType, ReactNode } from "react";

export type Icon = ComponentType<{ size?: number | string; stroke?: number | string; "aria-hidden"?: boolean }>;

/** Nothing here yet: says why, and what to do about it. */
export function EmptyState(props: { title: string; text?: ReactNode; icon?: Icon; action?: ReactNode }) {
  const Icon = props.icon ?? IconInbox;
  return (
    <div className="tl-empty">
      <ThemeIcon size={52} radius="xl" variant="light" mb="sm">
        <Icon size={26} stroke={1.6} aria-hidden />
      </ThemeIcon>
      <Text fw={650} size="lg" component="p">
        {props.title}
      </Text>
      {props.text && (
        <Text c="dimmed" size="md" maw={440} component="p" mt={4}>
          {props.text}
        </Text>
      )}
      {props.action && <div className="tl-empty-action">{props.action}</div>}
    </div>
  );
}
