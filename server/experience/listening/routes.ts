import { bind } from "#platform/bind.ts";
import { listeningContract } from "./contract.ts";
import { noteReview } from "./note-review.ts";
import { listReviews, summariseReviews } from "./queries.ts";

export const listeningRoutes = bind(listeningContract, { list: listReviews, summary: summariseReviews, note: noteReview });
