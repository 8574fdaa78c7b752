import { Card, Text, Title } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** It worked, what happens now, and where to go from here. */
export function DoneCard({ title, text, children }: { title: string; text?: ReactNode; children?: ReactNode }) {
  return (
    <Card padding="lg" role="status">
      <div className="tl-portal-done">
        <span className="tl-portal-done-mark">
          <IconCheck size={24} stroke={2.2} aria-hidden />
        </span>
        <div>
          <Title order={2} size="h2">
            {title}
          </Title>
          {text && <Text mt={4}>{text}</Text>}
          {children}
        </div>
      </div>
    </Card>
  );
}
