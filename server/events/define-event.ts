import { z } from "zod";

/** The stages of the default journey, in the order a customer lives them (an organisation may rename and extend them). */
export const stages = ["discover", "enquire", "choose", "receive", "use", "pay", "stay", "recommend"] as const;
export type Stage = (typeof stages)[number];

export type Channel = "web" | "email" | "phone" | "sms" | "chat" | "portal" | "field" | "post" | "api" | "console" | "import";

/** One kind of fact: the stage of the journey it belongs to, how it reads on a timeline, and what it carries. */
export interface EventDefinition<S extends z.ZodType = z.ZodType> {
  /** null: it happens at any stage and says nothing of the journey (a sign-in, a security code). */
  stage: Stage | null;
  en: string;
  fr: string;
  data: S;
}

/**
 * Declares a fact in the past tense. The sentence may use {fields} of the data. Put ids and figures as they were;
 * a later change of the record never rewrites the fact.
 */
export const event = <S extends z.ZodType>(
  stage: Stage | null,
  sentence: { en: string; fr: string },
  data: S,
): EventDefinition<S> => ({
  stage,
  ...sentence,
  data,
});

/** Minor units inside event data: bigint or digits in, digits kept. */
export const minor = z.union([z.bigint(), z.string().regex(/^-?\d{1,18}$/)]).transform((value) => value.toString());
export const currency = z.string().regex(/^[A-Z]{3}$/);
export const id = z.uuid();
export const instant = z
  .union([z.date(), z.iso.datetime({ offset: true })])
  .transform((value) => (value instanceof Date ? value.toISOString() : value));
export const day = z.iso.date();
