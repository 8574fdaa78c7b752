/** What runs by itself, and the rooms that give permissions, read as people say them, in both languages. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locale } from "#platform/context.ts";
import { messagesOf, translate } from "#platform/i18n/translate.ts";
import { modules } from "#server/modules.ts";

const locales: readonly Locale[] = ["en", "fr"];
const missing = (namespace: string, keys: readonly string[]) =>
  locales.flatMap((locale) =>
    keys.filter((key) => !(key in messagesOf(locale, namespace))).map((key) => `${namespace}.${locale}: ${key}`),
  );

test("every timed job and every projection says what it does; nothing is said of one that is gone", () => {
  const running = modules
    .flatMap((module) => [...(module.jobs ?? []), ...(module.projections ?? [])])
    .map(({ name }) => `runs.${name}`);
  assert.deepEqual(missing("status", running), []);
  for (const locale of locales)
    assert.deepEqual(
      Object.keys(messagesOf(locale, "status")).filter((key) => key.startsWith("runs.") && !running.includes(key)),
      [],
    );
});

test("every module that gives permissions has a name", () => {
  const rooms = modules.filter((module) => module.permissions).map((module) => module.id.split("/")[1]!);
  const unnamed = rooms.filter((room) => !(`area.${room}` in messagesOf("en", "common")));
  assert.deepEqual(
    missing(
      "settings",
      unnamed.map((room) => `room.${room}`),
    ),
    [],
  );
});

test("no wait at all is said in words, not as 0 days", () => {
  assert.equal(translate("fr", "quote-document:leadTime", { count: 0 }), "disponible immédiatement");
  assert.equal(translate("en", "quote-document:leadTime", { count: 0 }), "available at once");
  for (const [namespace, key] of [
    ["quotes", "lines.leadTime"],
    ["quotes", "facts.leadTime"],
    ["portal-quote", "delivery"],
    ["portal-shop", "summary.leadTime"],
    ["playbooks", "within"],
    ["catalog", "days"],
  ] as const)
    assert.deepEqual(missing(namespace, [`${key}_zero`]), []);
});
