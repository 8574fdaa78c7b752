import type { Context } from "#platform/context.ts";
import { saveCannedAnswer } from "./canned-answers.ts";

/** Answers the demo's agents use every day. */
export async function seedConversations(ctx: Context): Promise<void> {
  await saveCannedAnswer(ctx, {
    shortcut: "bonjour",
    title: { en: "Acknowledge", fr: "Accuser réception" },
    body: {
      en: "Hello {{name}},\n\nThank you for your message. I am looking into it and will come back to you today.",
      fr: "Bonjour {{name}},\n\nMerci pour votre message. Je regarde et je reviens vers vous dans la journée.",
    },
  });
  await saveCannedAnswer(ctx, {
    shortcut: "redemarrer",
    title: { en: "Restart the router", fr: "Redémarrer le routeur" },
    body: {
      en: "Hello {{name}},\n\nPlease unplug the router, wait for thirty seconds and plug it in again. After three minutes the light must stay white. Does it?",
      fr: "Bonjour {{name}},\n\nDébranchez le routeur, attendez trente secondes et rebranchez-le. Au bout de trois minutes, le voyant doit rester blanc. Est-ce le cas ?",
    },
  });
  await saveCannedAnswer(ctx, {
    shortcut: "geste",
    title: { en: "We are sorry", fr: "Nos excuses" },
    body: {
      en: "Hello {{name}},\n\nYou are right, we did not keep our promise, and I am sorry. Here is what we do now: ",
      fr: "Bonjour {{name}},\n\nVous avez raison, nous n’avons pas tenu notre promesse, et je vous prie de nous en excuser. Voici ce que nous faisons : ",
    },
  });
}
