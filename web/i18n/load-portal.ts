/** The portal's messages: `common`, `events` and every namespace that starts with `portal`. A phone loads no more. */
import type { Locale } from "./locale.ts";
import { gather, type Messages } from "./messages.ts";

export const loadPortalMessages = async (locale: Locale): Promise<Messages> =>
  gather((await (locale === "fr" ? import("./portal.fr.ts") : import("./portal.en.ts"))).files);
