import { bind } from "#platform/bind.ts";
import { answerCaught } from "./answer-caught.ts";
import { clearCaught, listCaught, showCaught } from "./caught-mail.ts";
import { messagingContract } from "./contract.ts";
import { changeMessagePolicy, messagePolicy } from "./policy.ts";
import { listDecisions, listMessages, showMessage } from "./queries.ts";

export const messagingRoutes = bind(messagingContract, {
  list: listMessages,
  show: showMessage,
  decisions: listDecisions,
  policy: messagePolicy,
  changePolicy: changeMessagePolicy,
  listCaught,
  showCaught,
  answerCaught,
  clearCaught,
});
