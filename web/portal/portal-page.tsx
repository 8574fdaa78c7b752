import { Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { useBrand } from "./brand.ts";

/** Wide where there is something beside the main thing, narrow for one question. */
type Width = "narrow" | "normal" | "wide";

/** A screen of the portal: one thing at a time; the tab carries the brand's name, not ours. */
export function PortalPage({
  title,
  intro,
  width = "normal",
  children,
}: {
  title: string;
  intro?: ReactNode;
  width?: Width;
  children: ReactNode;
}) {
  const { brandName } = useBrand();
  useEffect(() => {
    document.title = brandName ? `${title} · ${brandName}` : title;
  }, [title, brandName]);
  return (
    <div className="tl-portal-page" data-width={width}>
      <Title order={1}>{title}</Title>
      {intro && (
        <Text c="dimmed" mt={6} size="lg" component="div" className="tl-portal-intro">
          {intro}
        </Text>
      )}
      <div className="tl-portal-body">{children}</div>
    </div>
  );
}
