import { bind } from "#platform/bind.ts";
import { loyaltyContract } from "./contract.ts";
import { changeReward, listReferrals, myReferrals, showSummary } from "./queries.ts";
import { refer } from "./refer.ts";
import { testify, withdrawTestimonial } from "./testify.ts";

export const loyaltyRoutes = bind(loyaltyContract, {
  referrals: listReferrals,
  summary: showSummary,
  changeReward,
  myReferrals,
  refer,
  testify,
  withdrawTestimonial,
});
