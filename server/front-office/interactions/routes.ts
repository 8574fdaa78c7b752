import { bind } from "#platform/bind.ts";
import { interactionsContract } from "./contract.ts";
import { recordViews } from "./record-views.ts";

export const interactionsRoutes = bind(interactionsContract, { record: recordViews });
