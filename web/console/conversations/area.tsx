import { IconMessagePlus, IconMessages } from "@tabler/icons-react";
import { client } from "../../api/client.ts";
import { defineArea } from "../area.ts";
import { useConversationsMine } from "./use-conversations-mine.ts";

export default defineArea({
  id: "conversations",
  nav: {
    group: "front-office",
    label: "area.conversations",
    icon: IconMessages,
    to: "/conversations",
    useCount: useConversationsMine,
    permission: "read conversations",
  },
  routes: [
    { path: "/conversations", screen: () => import("./conversation-list.tsx") },
    { path: "/conversations/new", screen: () => import("./new-conversation.tsx") },
    { path: "/conversations/$conversationId", screen: () => import("./conversation.tsx") },
  ],
  commands: [
    {
      label: "conversations:command.new",
      icon: IconMessagePlus,
      to: "/conversations/new",
      keywords: "conversation case ticket demande réclamation appel call",
      permission: "answer conversations",
    },
  ],
  find: async (text, signal) =>
    (await client.conversations.list({ search: text, limit: 5 }, { signal })).rows.map((one) => ({
      id: one.id,
      title: `${one.number} · ${one.subject}`,
      ...(one.contactName && { note: one.contactName }),
      to: "/conversations/$conversationId",
      params: { conversationId: one.id },
    })),
});
