import { bind } from "#platform/bind.ts";
import { catalogContract } from "./contract.ts";
import { publishOffering, retireOffering } from "./publish-offering.ts";
import { listOfferings, listPriceBooks, listPrices, listTaxRules, showOffering } from "./queries.ts";
import { changeOffering, createOffering } from "./save-offering.ts";
import { createPriceBook, setPrice } from "./set-price.ts";

export const catalogRoutes = bind(catalogContract, {
  list: listOfferings,
  show: showOffering,
  create: createOffering,
  change: changeOffering,
  publish: publishOffering,
  retire: retireOffering,
  listPriceBooks,
  listPrices,
  createPriceBook,
  setPrice,
  listTaxRules,
});
