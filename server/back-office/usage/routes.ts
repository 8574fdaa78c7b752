import { bind } from "#platform/bind.ts";
import { usageContract } from "./contract.ts";
import { correctUsage } from "./correct-usage.ts";
import { currentUsage, listUsage, myUsage, myUsageRecords } from "./queries.ts";
import { recordUsage } from "./record-usage.ts";

export const usageRoutes = bind(usageContract, {
  record: recordUsage,
  correct: correctUsage,
  list: listUsage,
  current: currentUsage,
  myUsage,
  myUsageRecords,
});
