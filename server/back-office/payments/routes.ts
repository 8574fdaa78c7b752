import { bind } from "#platform/bind.ts";
import { allocatePayment } from "./allocate-payment.ts";
import { paymentsContract } from "./contract.ts";
import { importStatement } from "./import-statement.ts";
import { confirmCardPayment, startCardPayment } from "./pay-by-card.ts";
import { listPayments, listStatements, myPayments, showPayment, transferDetails } from "./queries.ts";
import { refundPayment } from "./refund-payment.ts";

export const paymentsRoutes = bind(paymentsContract, {
  list: listPayments,
  show: showPayment,
  importStatement,
  statements: listStatements,
  allocate: allocatePayment,
  refund: refundPayment,
  myPayments,
  startCard: startCardPayment,
  confirmCard: confirmCardPayment,
  transferDetails,
});
