import { Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { useBrand } from "./brand.ts";

/** A screen of the portal: one column, one thing at a time; the tab carries the brand's name, not ours. */
export function PortalPage({ title, intro, children }: { title: string; intro?: ReactNode; children: ReactNode }) {
  const { brandName } = useBrand();
  useEffect(() => {
    document.title = brandName ? `${title} · ${brandName}` : title;
  }, [title, brandName]);
  return (
    <div className="tl-portal-page">
      <Title order={1}>{title}</Title>
      {intro && (
        <Text c="dimmed" mt={4} component="div">
          {intro}
        </Text>
      )}
      <div className="tl-portal-body">{children}</div>
    </div>
  );
}
