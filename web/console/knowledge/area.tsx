import { IconBook2, IconPencilPlus } from "@tabler/icons-react";
import { client } from "../../api/client.ts";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "knowledge",
  nav: {
    group: "front-office",
    label: "area.knowledge",
    icon: IconBook2,
    to: "/knowledge",
    permission: "read articles",
  },
  routes: [
    { path: "/knowledge", screen: () => import("./article-list.tsx") },
    { path: "/knowledge/new", screen: () => import("./new-article.tsx") },
    { path: "/knowledge/answers", screen: () => import("./ready-answers.tsx") },
    { path: "/knowledge/questions", screen: () => import("./questions.tsx") },
    { path: "/knowledge/$articleId", screen: () => import("./article.tsx") },
  ],
  commands: [
    {
      label: "knowledge:command.new",
      icon: IconPencilPlus,
      to: "/knowledge/new",
      keywords: "article aide help faq",
      permission: "write articles",
    },
  ],
  find: async (text, signal) =>
    (await client.knowledge.list({ search: text, limit: 4 }, { signal })).rows.map((article) => ({
      id: article.id,
      title: article.title.fr === article.title.en ? article.title.en : `${article.title.en} · ${article.title.fr}`,
      note: article.category,
      to: "/knowledge/$articleId",
      params: { articleId: article.id },
    })),
});
