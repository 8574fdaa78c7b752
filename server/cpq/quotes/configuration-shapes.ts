import { z } from "zod";
import { basketLine, basketState } from "#cpq/baskets/contract.ts";
import { currency, minor } from "#platform/contract.ts";

const feature = z.string().max(80);
const choice = z.object({ feature, value: z.boolean() });

/** The answers to a guide so far, by feature. */
export const answers = z.object({ guide: z.string().max(60), choices: z.array(choice).max(200) });
/** And one more that may not go with them. */
export const trial = answers.extend({ wanted: choice.optional() });

/** A guide being answered: what may still be chosen, what it comes to; `conflict` says why the wanted answer cannot be. */
export const configuration = z.object({
  name: basketState.shape.name,
  choices: z.array(choice),
  questions: basketState.shape.questions,
  lines: z.array(basketLine),
  currency,
  oneOffMinor: minor,
  monthlyMinor: minor,
  conflict: z
    .object({
      feature,
      /** Sentences as the guide's rules write them, "English / français". */
      reasons: z.array(z.string()),
      /** Ways to have it all the same: the features to give up, and what that changes in the first year's price. */
      repairs: z.array(z.object({ drop: z.array(feature), priceChangeMinor: minor.nullable() })),
    })
    .nullable(),
});
