import { bind } from "#platform/bind.ts";
import { cancelSubscription } from "./cancel-subscription.ts";
import { changeSubscription } from "./change-subscription.ts";
import { subscriptionsContract } from "./contract.ts";
import { pauseSubscription, resumeSubscription } from "./pause-subscription.ts";
import { listSubscriptions, mySubscriptions, showSubscription } from "./queries.ts";
import { setRenewal } from "./set-renewal.ts";

export const subscriptionsRoutes = bind(subscriptionsContract, {
  list: listSubscriptions,
  show: showSubscription,
  change: changeSubscription,
  pause: pauseSubscription,
  resume: resumeSubscription,
  cancel: cancelSubscription,
  setRenewal,
  mySubscriptions,
  mySubscription: showSubscription,
  cancelMine: cancelSubscription,
});
