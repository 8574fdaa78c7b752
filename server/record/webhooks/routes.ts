import { bind } from "#platform/bind.ts";
import { webhooksContract } from "./contract.ts";
import { changeWebhook, createWebhook, removeWebhook, rotateSecret } from "./endpoints.ts";
import { listDeliveries, listEventTypes, listWebhooks, showDelivery, showWebhook, tryWebhook } from "./queries.ts";
import { replayDelivery, replaySince } from "./replay.ts";

export const webhooksRoutes = bind(webhooksContract, {
  list: listWebhooks,
  show: showWebhook,
  create: createWebhook,
  change: changeWebhook,
  remove: removeWebhook,
  rotateSecret,
  tryOut: tryWebhook,
  deliveries: listDeliveries,
  delivery: showDelivery,
  replay: replayDelivery,
  replaySince,
  eventTypes: listEventTypes,
});
