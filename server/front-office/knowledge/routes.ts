import { bind } from "#platform/bind.ts";
import { knowledgeContract } from "./contract.ts";
import { findForReaders, readArticle } from "./find-articles.ts";
import { publishArticle, withdrawArticle } from "./publish-article.ts";
import { listArticles, showArticle } from "./queries.ts";
import { changeArticle, createArticle } from "./write-article.ts";

export const knowledgeRoutes = bind(knowledgeContract, {
  list: listArticles,
  show: showArticle,
  create: createArticle,
  change: changeArticle,
  publish: publishArticle,
  withdraw: withdrawArticle,
  find: findForReaders,
  read: readArticle,
});
