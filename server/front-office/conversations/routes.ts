import { bind } from "#platform/bind.ts";
import { addNote } from "./add-note.ts";
import { assignConversation } from "./assign-conversation.ts";
import { deleteCannedAnswer, listCannedAnswers, saveCannedAnswer } from "./canned-answers.ts";
import { changeConversation } from "./change-conversation.ts";
import { changeSettings } from "./change-settings.ts";
import { conversationsContract } from "./contract.ts";
import { handOverConversation } from "./hand-over-conversation.ts";
import { logCall } from "./log-call.ts";
import { mergeConversations } from "./merge-conversations.ts";
import { openConversation } from "./open-conversation.ts";
import { countInbox, listConversations, readAttachment, showConversation, showSettings } from "./queries.ts";
import { rateChat } from "./rate-chat.ts";
import { listMyChats, readChat } from "./read-chat.ts";
import { reopenConversation } from "./reopen-conversation.ts";
import { replyToConversation } from "./reply-to-conversation.ts";
import { resolveConversation } from "./resolve-conversation.ts";
import { sendChat } from "./send-chat.ts";
import { snoozeConversation } from "./snooze-conversation.ts";
import { startChat } from "./start-chat.ts";

export const conversationsRoutes = bind(conversationsContract, {
  list: listConversations,
  count: countInbox,
  show: showConversation,
  attachment: readAttachment,
  open: openConversation,
  reply: replyToConversation,
  note: addNote,
  logCall,
  change: changeConversation,
  assign: assignConversation,
  handOver: handOverConversation,
  snooze: snoozeConversation,
  resolve: resolveConversation,
  reopen: reopenConversation,
  merge: mergeConversations,
  canned: listCannedAnswers,
  saveCanned: saveCannedAnswer,
  deleteCanned: deleteCannedAnswer,
  settings: showSettings,
  changeSettings,
  startChat,
  sendChat,
  readChat,
  rateChat,
  myChats: listMyChats,
});
