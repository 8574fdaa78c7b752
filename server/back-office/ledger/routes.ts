import { bind } from "#platform/bind.ts";
import { ledgerContract } from "./contract.ts";
import { exportJournal, readExport } from "./export-journal.ts";
import { listEntries, listExports, revenueByMonth, showEntry, trialBalance } from "./queries.ts";

export const ledgerRoutes = bind(ledgerContract, {
  list: listEntries,
  show: showEntry,
  balance: trialBalance,
  revenue: revenueByMonth,
  export: exportJournal,
  exports: listExports,
  file: readExport,
});
