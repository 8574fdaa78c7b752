import { bind } from "#platform/bind.ts";
import { fulfillmentContract } from "./contract.ts";
import { listTasks, showPlan } from "./queries.ts";
import { deliverShipment, dispatchShipment } from "./ship-order.ts";
import { failTask, retryTask } from "./task-moves.ts";
import { movePromise } from "./watch-promise.ts";

export const fulfillmentRoutes = bind(fulfillmentContract, {
  tasks: listTasks,
  plan: showPlan,
  myPlan: showPlan,
  dispatch: dispatchShipment,
  deliver: deliverShipment,
  fail: failTask,
  retry: retryTask,
  movePromise,
});
