import { bind } from "#platform/bind.ts";
import { agreePrice, endAgreedPrice } from "./agree-price.ts";
import { pricingContract } from "./contract.ts";
import { listContractedPrices, listPriceRules, previewPrice } from "./queries.ts";
import { createPriceRule, endPriceRule } from "./save-price-rule.ts";

export const pricingRoutes = bind(pricingContract, {
  preview: previewPrice,
  listContractedPrices,
  agreePrice,
  endAgreedPrice,
  listPriceRules,
  createPriceRule,
  endPriceRule,
});
