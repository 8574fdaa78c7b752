import type { Subscriber } from "#events/reactions.ts";
import { postCharge } from "./post-charge.ts";
import { postDocument } from "./post-document.ts";
import { postPayment } from "./post-payment.ts";

export const ledgerSubscribers: readonly Subscriber[] = [
  { name: "ledger/post-charge", to: ["charge.earned", "charge.withdrawn"], react: postCharge },
  {
    name: "ledger/post-document",
    to: ["invoice.issued", "credit_note.issued"],
    react: (ctx, event) => postDocument(ctx, event.subjectId),
  },
  {
    name: "ledger/post-payment",
    to: ["payment.received", "payment.matched", "payment.released", "payment.refunded"],
    react: postPayment,
  },
];
