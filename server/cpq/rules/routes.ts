import { bind } from "#platform/bind.ts";
import { changeTable } from "./change-table.ts";
import { rulesContract } from "./contract.ts";
import { exportDmn, readDmnDraft } from "./exchange-dmn.ts";
import { checkDraft, listTables, showTable, showVersion } from "./queries.ts";
import { tryTable } from "./try-table.ts";

export const rulesRoutes = bind(rulesContract, {
  list: listTables,
  show: showTable,
  showVersion,
  check: checkDraft,
  change: changeTable,
  try: tryTable,
  exportDmn,
  readDmn: readDmnDraft,
});
