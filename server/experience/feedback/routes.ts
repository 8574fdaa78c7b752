import { bind } from "#platform/bind.ts";
import { closeLoop } from "./close-loop.ts";
import { feedbackContract } from "./contract.ts";
import { correctFeedback } from "./correct-feedback.ts";
import { listPhrases } from "./list-phrases.ts";
import { listFeedback, listThemes, setTheme } from "./queries.ts";

export const feedbackRoutes = bind(feedbackContract, {
  list: listFeedback,
  themes: listThemes,
  phrases: listPhrases,
  setTheme,
  correct: correctFeedback,
  closeLoop,
});
