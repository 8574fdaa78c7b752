import { bind } from "#platform/bind.ts";
import { invoicesContract } from "./contract.ts";
import { creditInvoice } from "./credit-invoice.ts";
import { disputeInvoice, settleDispute } from "./dispute-invoice.ts";
import { myNextInvoice, previewInvoice } from "./preview-invoice.ts";
import { listInvoices, listRuns, myInvoices, readDocument, showInvoice } from "./queries.ts";
import { runBilling } from "./run-billing.ts";
import { sendInvoice } from "./send-invoice.ts";
import { viewInvoice } from "./view-invoice.ts";

export const invoicesRoutes = bind(invoicesContract, {
  list: listInvoices,
  show: showInvoice,
  document: readDocument,
  preview: previewInvoice,
  runs: listRuns,
  run: runBilling,
  credit: creditInvoice,
  settle: settleDispute,
  dispute: disputeInvoice,
  send: sendInvoice,
  myInvoices,
  myInvoice: showInvoice,
  myDocument: readDocument,
  viewMine: viewInvoice,
  disputeMine: disputeInvoice,
  myNextInvoice,
});
