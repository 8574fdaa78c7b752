import type { client } from "../../api/client.ts";
import type { Tone } from "../../ui/status-badge.tsx";

export type ArticleRow = Awaited<ReturnType<typeof client.knowledge.list>>["rows"][number];
export type ArticleDetail = Awaited<ReturnType<typeof client.knowledge.show>>;
export type ArticleContent = ArticleDetail["draft"];
export const articleStatuses = ["published", "draft", "withdrawn"] as const;
export const locales = ["fr", "en"] as const;

export const articleTone: Record<ArticleRow["status"], Tone> = { draft: "neutral", published: "good", withdrawn: "waiting" };

/** "Améliorer le Wi-Fi" is found at "ameliorer-le-wi-fi". */
export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll("œ", "oe")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
