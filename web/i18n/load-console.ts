/** The console's messages: one chunk a language, every namespace that is not the portal's. */
import type { Locale } from "./locale.ts";
import { gather, type Messages } from "./messages.ts";

export const loadConsoleMessages = async (locale: Locale): Promise<Messages> =>
  gather((await (locale === "fr" ? import("./console.fr.ts") : import("./console.en.ts"))).files);
