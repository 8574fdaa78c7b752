import type { Subscriber } from "#events/reactions.ts";
import { receiveFeedback } from "./receive-feedback.ts";

export const feedbackSubscribers: readonly Subscriber[] = [
  {
    name: "feedback/understand-answer",
    to: ["survey.answered"],
    async react(ctx, event) {
      const { kind, score, comment, journeyStage } = event.data as {
        kind: string;
        score: number;
        comment?: string;
        journeyStage: string;
      };
      await receiveFeedback(ctx, event, { source: "survey", text: comment ?? "", kind, score, journeyStage });
    },
  },
  {
    name: "feedback/understand-review",
    to: ["review.published"],
    async react(ctx, event) {
      const { rating, text } = event.data as { rating: number; text: string };
      await receiveFeedback(ctx, event, {
        source: "review",
        text,
        kind: "review",
        score: Math.round(rating),
        journeyStage: "recommend",
      });
    },
  },
  {
    name: "feedback/understand-rating",
    to: ["conversation.rated"],
    async react(ctx, event) {
      const { score, comment } = event.data as { score: number; comment?: string };
      await receiveFeedback(ctx, event, { source: "message", text: comment ?? "", kind: "csat", score, journeyStage: "use" });
    },
  },
  {
    name: "feedback/understand-message",
    to: ["message.received"],
    async react(ctx, event) {
      const { preview } = event.data as { preview: string };
      if (preview.trim().length > 20)
        await receiveFeedback(ctx, event, { source: "message", text: preview, kind: null, score: null, journeyStage: "use" });
    },
  },
];
