import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { formatDate, formatDateTime, formatDuration, formatMoney, formatNumber, formatPercent } from "./format.ts";
import { localeOf } from "./locale.ts";
import { hasMessage, type Messages, messagesOf, readMessages, translate } from "./translate.ts";

const narrow = "\u202f";
const hard = "\u00a0";

test("writes money exactly, as each language does", () => {
  assert.equal(formatMoney(106_800n, "EUR", "fr"), `1${narrow}068,00${hard}€`);
  assert.equal(formatMoney(-106_800n, "EUR", "en"), "\u2212€1,068.00");
  assert.equal(formatMoney(1200n, "JPY", "fr"), `1${narrow}200${hard}JPY`);
  assert.equal(formatMoney(500n, "EUR", "fr", "always"), `+5,00${hard}€`);
  assert.equal(formatMoney(0n, "EUR", "en", "always"), "€0.00");
  assert.equal(formatMoney(9_007_199_254_740_993_01n, "EUR", "en"), "€9,007,199,254,740,993.01");
});

test("no digit of an amount is ever lost", () => {
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 24n), 10n ** 24n),
      fc.constantFrom("EUR", "KWD", "JPY"),
      fc.constantFrom("en" as const, "fr" as const),
      (minor, currency, locale) => {
        const digits = formatMoney(minor, currency, locale)
          .replace(/\D/g, "")
          .replace(/^0+(?=\d)/, "");
        assert.equal(digits, (minor < 0n ? -minor : minor).toString());
      },
    ),
  );
});

test("writes numbers, percentages, days, instants and lengths of time", () => {
  assert.equal(formatNumber("1234567.5", "fr"), `1${narrow}234${narrow}567,5`);
  assert.equal(formatPercent("-10", "fr"), `\u221210${narrow}%`);
  assert.equal(formatPercent("5.5", "en"), "5.5%");
  assert.equal(formatDate("2026-03-01", "fr"), "1er mars 2026");
  assert.equal(formatDate("2026-11-21", "en"), "21 November 2026");
  assert.throws(() => formatDate("tomorrow", "en"), /not a date/);
  const at = new Date("2026-03-29T01:30:00Z");
  assert.equal(formatDateTime(at, "fr", "Europe/Paris", "short"), "29/03/2026 03:30");
  assert.equal(formatDuration(9_000_000, "fr"), `2${hard}h 30${hard}min`);
  assert.equal(formatDuration(86_399_999, "en"), "1d");
  assert.equal(formatDuration(-61_000, "en"), "\u22121m 1s");
  assert.equal(formatDuration(0, "fr"), `0${hard}s`);
});

test("chooses the language a browser asks for", () => {
  assert.equal(localeOf("fr-CA,fr;q=0.9,en;q=0.8"), "fr");
  assert.equal(localeOf("de,en;q=0.5,fr;q=0.7"), "fr");
  assert.equal(localeOf("fr;q=0, en;q=0.1"), "en");
  assert.equal(localeOf("de-DE", "fr"), "fr");
  assert.equal(localeOf(undefined), "en");
});

test("translates with parameters and says when a key is unknown", () => {
  assert.equal(translate("fr", "mail:sample.title", { name: "Léa <b>" }), "Bonjour Léa <b>,");
  assert.equal(translate("en", "mail:layout.unsubscribe"), "Unsubscribe");
  assert.equal(hasMessage("fr", "mail:layout.nothing"), false);
  assert.equal(typeof messagesOf("fr", "mail")["layout"], "object");
  assert.deepEqual(messagesOf("fr", "no-such-file"), {});
});

/** Each text by its path, plural forms folded together: French has forms (many) that English does not. */
function flatten(messages: Messages, path = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    const at = `${path}${key.replace(/_(zero|one|two|few|many|other)$/, "")}`;
    if (typeof value === "string") flat.set(at, `${flat.get(at) ?? ""} ${value}`);
    else if (Array.isArray(value)) flat.set(at, value.join(" "));
    else for (const [inner, text] of flatten(value as Messages, `${at}.`)) flat.set(inner, text);
  }
  return flat;
}

test("every text exists in both languages, with the same placeholders", () => {
  const { en, fr } = readMessages();
  assert.deepEqual(Object.keys(fr).sort(), Object.keys(en).sort(), "each message file has its twin");
  const placeholders = (text: string) => [...new Set(text.match(/\{\{?[^{}]+\}?\}/g) ?? [])].sort();
  for (const namespace of Object.keys(en)) {
    const english = flatten(en[namespace]!);
    const french = flatten(fr[namespace]!);
    assert.deepEqual([...french.keys()].sort(), [...english.keys()].sort(), `keys of ${namespace}`);
    for (const [key, text] of english)
      assert.deepEqual(placeholders(french.get(key)!), placeholders(text), `${namespace}:${key}`);
  }
});
