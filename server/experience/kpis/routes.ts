import { bind } from "#platform/bind.ts";
import { kpisContract } from "./contract.ts";
import { changeKpi, evaluateNow, listKpis, showKpi } from "./queries.ts";

export const kpisRoutes = bind(kpisContract, { list: listKpis, show: showKpi, change: changeKpi, evaluate: evaluateNow });
