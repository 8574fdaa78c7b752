import { bind } from "#platform/bind.ts";
import { amendOrder } from "./amend-order.ts";
import { cancelOrder } from "./cancel-order.ts";
import { ordersContract } from "./contract.ts";
import { listOrders, myOrders, showOrder } from "./queries.ts";
import { receiveReturn, requestReturn } from "./return-item.ts";

export const ordersRoutes = bind(ordersContract, {
  list: listOrders,
  show: showOrder,
  amend: amendOrder,
  cancel: cancelOrder,
  receiveReturn,
  myOrders,
  myOrder: showOrder,
  requestReturn,
});
