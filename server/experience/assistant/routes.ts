import { bind } from "#platform/bind.ts";
import { assistantContract } from "./contract.ts";
import { listTurns, showMetrics } from "./queries.ts";
import { suggestReply } from "./suggest-reply.ts";
import { listUnanswered } from "./unanswered.ts";

export const assistantRoutes = bind(assistantContract, {
  metrics: showMetrics,
  suggest: suggestReply,
  unanswered: listUnanswered,
  turns: listTurns,
});
