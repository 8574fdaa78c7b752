import { bind } from "#platform/bind.ts";
import { addExtra, choose, explain } from "./choose.ts";
import { basketsContract } from "./contract.ts";
import { configureBasket, requestQuote, showBasket } from "./request-quote.ts";
import { startBasket } from "./start-basket.ts";

export const basketsRoutes = bind(basketsContract, {
  start: startBasket,
  show: showBasket,
  choose,
  explain,
  addExtra,
  configure: configureBasket,
  requestQuote,
});
