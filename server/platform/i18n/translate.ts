/**
 * The texts of mails, documents and notifications, read once from `web/i18n/messages/<namespace>.<locale>.json`, the same
 * files the console and portal use. Placeholders are {{name}}; plurals follow the language by `count` (key_one, key_other).
 */
import { readdirSync, readFileSync } from "node:fs";
import i18next, { type i18n } from "i18next";
import { isLocale, type Locale } from "./locale.ts";

export type Messages = { readonly [key: string]: string | readonly string[] | Messages };
export type MessageParams = Readonly<Record<string, string | number>>;

const shipped = new URL("../../../web/i18n/messages/", import.meta.url);

/** Every message file of a folder: `en.mail` -> its messages. Throws naming the file that is not valid JSON. */
export function readMessages(folder: URL = shipped): Record<Locale, Record<string, Messages>> {
  const read: Record<Locale, Record<string, Messages>> = { en: {}, fr: {} };
  for (const file of readdirSync(folder, { withFileTypes: true })) {
    const match = /^([a-z][a-z0-9-]*)\.([a-z]{2})\.json$/.exec(file.name);
    if (!match || !file.isFile() || !isLocale(match[2]!)) continue;
    try {
      read[match[2] as Locale][match[1]!] = JSON.parse(readFileSync(new URL(file.name, folder), "utf8")) as Messages;
    } catch (error) {
      throw new Error(`The message file ${file.name} is not valid JSON`, { cause: error });
    }
  }
  return read;
}

let shared: i18n | undefined;
let texts: Record<Locale, Record<string, Messages>> | undefined;

function catalog(): i18n {
  if (shared) return shared;
  texts ??= readMessages();
  const instance = i18next.createInstance();
  void instance.init({
    resources: texts,
    fallbackLng: "en",
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return (shared = instance);
}

/**
 * The text of "namespace:key" in a language. A text missing in French is given in English rather than not at all; a key
 * missing in both comes back as the key, which a test over all keys used is there to prevent.
 */
export function translate(locale: Locale, key: string, params: MessageParams = {}): string {
  return catalog().t(key, { ...params, lng: locale });
}

/** Whether "namespace:key" has a text in this language or in English. */
export const hasMessage = (locale: Locale, key: string): boolean => catalog().exists(key, { lng: locale });

/** A whole namespace as plain data, for templates that take all their labels at once. Empty when there is no such file. */
export function messagesOf(locale: Locale, namespace: string): Messages {
  catalog();
  return texts?.[locale][namespace] ?? {};
}
