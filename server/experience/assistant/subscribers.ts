import type { Subscriber } from "#events/reactions.ts";
import { answerMessage } from "./answer-message.ts";

export const assistantSubscribers: readonly Subscriber[] = [
  {
    name: "assistant/answer-message",
    to: ["message.received"],
    async react(ctx, event) {
      if (event.channel === "chat") await answerMessage(ctx, event.subjectId);
    },
  },
];
