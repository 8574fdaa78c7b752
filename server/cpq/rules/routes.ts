import { bind } from "#platform/bind.ts";
import { changeTable } from "./change-table.ts";
import { rulesContract } from "./contract.ts";
import { listTables, tryTable } from "./queries.ts";

export const rulesRoutes = bind(rulesContract, { list: listTables, change: changeTable, try: tryTable });
