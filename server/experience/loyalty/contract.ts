import { z } from "zod";
import {
  currency,
  customer,
  email,
  id,
  instant,
  minor,
  ok,
  pageInput,
  pageOf,
  requiredText,
  staff,
  text,
} from "#platform/contract.ts";

const tag = { tags: ["Loyalty"] };
const status = z.enum(["made", "lead", "customer", "converted"]);
const referral = z.object({
  id,
  name: z.string(),
  email: z.string(),
  company: z.string().nullable(),
  status,
  madeAt: instant,
  convertedAt: instant.nullable(),
});
const reward = z.object({
  id,
  what: z.string(),
  reason: z.string(),
  amountMinor: minor.nullable(),
  currency: currency.nullable(),
  grantedAt: instant,
});

export const loyaltyContract = {
  referrals: staff("read loyalty")
    .route({ method: "GET", path: "/referrals", summary: "Referrals, newest first", ...tag })
    .input(z.object({ ...pageInput, status: status.optional() }))
    .output(pageOf(referral.extend({ referrer: z.string(), customerId: id.nullable(), newCustomerId: id.nullable() }))),
  summary: staff("read loyalty")
    .route({ method: "GET", path: "/loyalty", summary: "Referrals, conversions, rewards and testimonials in figures", ...tag })
    .output(
      z.object({
        referrals: z.number(),
        converted: z.number(),
        rewards: z.array(z.object({ currency, amountMinor: minor })),
        testimonials: z.array(z.object({ id, quote: z.string(), publicName: z.string(), grantedAt: instant })),
        rewardMinor: minor,
        currency,
      }),
    ),
  changeReward: staff("change loyalty")
    .route({ method: "PUT", path: "/loyalty/reward", summary: "What a referral that becomes a customer earns", ...tag })
    .input(z.object({ rewardMinor: minor.refine((value) => value >= 0n && value <= 1_000_000n, "between 0 and 10,000.00") }))
    .output(z.object({ rewardMinor: minor })),
  myReferrals: customer()
    .route({ method: "GET", path: "/my/referrals", summary: "My code, whom I referred, what I earned", ...tag })
    .output(
      z.object({
        code: z.string(),
        rewardMinor: minor,
        currency,
        rows: z.array(referral),
        rewards: z.array(reward),
        testimonial: z.object({ quote: z.string(), publicName: z.string() }).nullable(),
      }),
    ),
  refer: customer()
    .route({ method: "POST", path: "/my/referrals", summary: "Refer someone; they get one message, from us, naming you", ...tag })
    .input(z.object({ name: requiredText(120), email, company: text(120).optional() }))
    .output(ok),
  testify: customer()
    .route({ method: "PUT", path: "/my/testimonial", summary: "Agree to be quoted", ...tag })
    .input(z.object({ quote: requiredText(600), publicName: requiredText(80) }))
    .output(ok),
  withdrawTestimonial: customer()
    .route({ method: "DELETE", path: "/my/testimonial", summary: "No longer be quoted", ...tag })
    .output(z.object({ withdrawn: z.boolean() })),
};
