import { z } from "zod";
import { id, instant, locale, ok, open, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Knowledge"] };
const words = z.object({ title: requiredText(160), body: requiredText(20_000) });
const content = z.object({ en: words, fr: words });
const keywords = z.object({ en: text(300), fr: text(300) });
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{1,80}$/, "small letters, figures and dashes");
const status = z.enum(["draft", "published", "withdrawn"]);
const row = z.object({
  id,
  slug,
  category: z.string(),
  status,
  title: z.object({ en: z.string(), fr: z.string() }),
  version: z.number(),
  /** What is being written differs from what readers see. */
  changed: z.boolean(),
  usedCount: z.number(),
  updatedAt: instant,
});
const hit = z.object({ slug, category: z.string(), title: z.string(), excerpt: z.string() });

export const knowledgeContract = {
  list: staff("read articles")
    .route({ method: "GET", path: "/articles", summary: "Articles, last changed first", ...tag })
    .input(z.object({ ...pageInput, search: text(80).optional(), status: status.optional(), category: text(60).optional() }))
    .output(pageOf(row)),
  show: staff("read articles")
    .route({ method: "GET", path: "/articles/{articleId}", summary: "One article with its versions", ...tag })
    .input(z.object({ articleId: id }))
    .output(
      row.extend({
        draft: content,
        published: content.nullable(),
        keywords,
        publishedAt: instant.nullable(),
        versions: z.array(z.object({ version: z.number(), publishedAt: instant, content })),
      }),
    ),
  create: staff("write articles")
    .route({ method: "POST", path: "/articles", summary: "Begin an article", ...tag })
    .input(z.object({ slug, category: requiredText(60), content, keywords: keywords.default({ en: "", fr: "" }) }))
    .output(ok),
  change: staff("write articles")
    .route({ method: "PATCH", path: "/articles/{articleId}", summary: "Change the draft of an article", ...tag })
    .input(
      z.object({
        articleId: id,
        category: requiredText(60).optional(),
        content: content.optional(),
        keywords: keywords.optional(),
      }),
    )
    .output(ok),
  publish: staff("write articles")
    .route({ method: "POST", path: "/articles/{articleId}/publication", summary: "Let readers see the draft", ...tag })
    .input(z.object({ articleId: id }))
    .output(ok.extend({ version: z.number() })),
  withdraw: staff("write articles")
    .route({ method: "DELETE", path: "/articles/{articleId}/publication", summary: "Take it away from readers", ...tag })
    .input(z.object({ articleId: id }))
    .output(ok),
  find: open()
    .route({ method: "GET", path: "/public/articles", summary: "Find answers in one's own words", ...tag })
    .input(
      z.object({ q: text(200).default(""), locale: locale.default("fr"), limit: z.number().int().min(1).max(30).default(10) }),
    )
    .output(z.object({ rows: z.array(hit) })),
  read: open()
    .route({ method: "GET", path: "/public/articles/{slug}", summary: "Read an answer", ...tag })
    .input(z.object({ slug, locale: locale.default("fr") }))
    .output(z.object({ slug, category: z.string(), title: z.string(), body: z.string(), publishedAt: instant })),
};
