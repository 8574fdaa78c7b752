import { bind } from "#platform/bind.ts";
import { customerValueContract } from "./contract.ts";
import { listValues, showValue, showValueSummary } from "./queries.ts";

export const customerValueRoutes = bind(customerValueContract, { list: listValues, show: showValue, summary: showValueSummary });
