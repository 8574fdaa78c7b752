import { bind } from "#platform/bind.ts";
import { assistantContract } from "./contract.ts";
import { listTurns, showMetrics } from "./queries.ts";

export const assistantRoutes = bind(assistantContract, { metrics: showMetrics, turns: listTurns });
