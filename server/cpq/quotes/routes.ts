import { bind } from "#platform/bind.ts";
import { commentOnQuote, declineQuote, noteQuoteView } from "./answer-quote.ts";
import { addQuoteLine, changeQuoteLine, removeQuoteLine } from "./change-lines.ts";
import { assignQuote, changeTerms } from "./change-terms.ts";
import { addConfiguration, tryConfiguration } from "./configure-lines.ts";
import { quotesContract } from "./contract.ts";
import { createQuote } from "./create-quote.ts";
import { myQuote, myQuotes } from "./my-quotes.ts";
import { listQuotes, recommendedFor, showQuote, whyPrice } from "./queries.ts";
import { readDocument } from "./read-document.ts";
import { reopenQuote, reviseQuote } from "./revise-quote.ts";
import { sendQuote } from "./send-quote.ts";
import { submitQuote } from "./submit-quote.ts";

export const quotesRoutes = bind(quotesContract, {
  list: listQuotes,
  show: showQuote,
  why: whyPrice,
  recommended: recommendedFor,
  document: readDocument,
  create: createQuote,
  addLine: addQuoteLine,
  tryConfiguration,
  addConfiguration,
  changeLine: changeQuoteLine,
  removeLine: removeQuoteLine,
  changeTerms,
  assign: assignQuote,
  submit: submitQuote,
  reopen: reopenQuote,
  send: sendQuote,
  revise: reviseQuote,
  comment: commentOnQuote,
  myQuotes,
  myQuote,
  myDocument: readDocument,
  noteView: noteQuoteView,
  myComment: commentOnQuote,
  decline: declineQuote,
});
