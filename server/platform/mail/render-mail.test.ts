import assert from "node:assert/strict";
import { test } from "node:test";
import { escapeMarkup } from "./mail-content.ts";
import { renderContent, renderMail } from "./render-mail.ts";

const brand = { name: "Océane & Cie", color: "#4338ca", address: "14 rue de l’Évêché, 13002 Marseille" };
const sample = {
  template: "sample",
  data: { name: "Léa <Martin>", brand: brand.name },
  brand,
  actionUrl: "https://oceane.example/d?a=1&b=2",
  facts: [{ label: "Total", value: "12,50 €" }],
};

test("says the same in HTML and in plain text, in both languages", async () => {
  const french = await renderMail({ ...sample, locale: "fr" });
  assert.equal(french.subject, "Léa <Martin>, votre message est prêt");
  assert.match(french.html, /<html lang="fr"/);
  for (const part of [
    "Bonjour Léa &lt;Martin&gt;,",
    "Voir le détail",
    'href="https://oceane.example/d?a=1&amp;b=2"',
    "12,50 €",
    "Océane &amp; Cie",
  ])
    assert.ok(french.html.includes(part), part);
  for (const part of [
    "Bonjour Léa <Martin>,",
    "Total\u00a0: 12,50 €",
    "Voir le détail\u00a0:\nhttps://oceane.example/d?a=1&b=2",
    "14 rue de l’Évêché",
  ])
    assert.ok(french.text.includes(part), part);
  assert.doesNotMatch(french.html, /\{\{|\{%|<Martin>/, "nothing unfilled, nothing unescaped");
  const english = await renderMail({ ...sample, locale: "en" });
  assert.match(english.text, /See the details:\n/);
});

test("the foot offers preferences and unsubscription when there are any", async () => {
  const links = { preferencesUrl: "https://oceane.example/p/1", unsubscribeUrl: "https://oceane.example/u/1" };
  const full = await renderMail({
    ...sample,
    locale: "en",
    links,
    reason: "You asked for a quote.",
    pixelUrl: "https://oceane.example/o.gif",
  });
  for (const part of [links.preferencesUrl, links.unsubscribeUrl, "You asked for a quote."])
    assert.ok(full.html.includes(part) && full.text.includes(part), part);
  assert.ok(full.html.includes("o.gif"));
  const bare = await renderMail({ ...sample, locale: "en" });
  assert.doesNotMatch(bare.html, /Unsubscribe|width="1" height="1"/);
});

test("without an action there is no button", async () => {
  const { actionUrl: _none, ...calm } = sample;
  const { html, text } = await renderMail({ ...calm, locale: "en" });
  assert.ok(!html.includes("See the details") && !text.includes("See the details"));
});

test("a written mail may use every block, and a little markup", async () => {
  const name = escapeMarkup("[Léa](https://evil.example) **");
  const { html, text } = await renderContent(
    {
      subject: "News\r\nBcc: someone@else.example",
      blocks: [
        { kind: "heading", text: "Fibre" },
        {
          kind: "text",
          text: `Hello ${name}, **read [this](https://oceane.example/x)** & [that](https://oceane.example/y)\nnow`,
          markup: true,
        },
        { kind: "text", text: "**plain** [stays](https://plain.example)" },
        { kind: "image", url: "https://oceane.example/i.png", alt: "A router" },
        { kind: "divider" },
      ],
    },
    { locale: "en", brand },
  );
  assert.match(html, /<a href="https:\/\/oceane\.example\/y">that<\/a><br \/>now/);
  assert.ok(html.includes("[Léa](https://evil.example) **,"), "a name never becomes a link");
  assert.ok(html.includes("**plain** [stays](https://plain.example)"));
  assert.match(html, /<title>News Bcc: someone@else\.example<\/title>/, "a subject is one line");
  assert.match(text, /that \(https:\/\/oceane\.example\/y\)\nnow/);
  assert.match(text, /FIBRE\n\n/);
});

test("refuses unsafe addresses, unknown texts and colours that are not", async () => {
  await assert.rejects(renderMail({ ...sample, locale: "en", actionUrl: "javascript:alert(1)" }), /not an address/);
  await assert.rejects(
    renderMail({ ...sample, locale: "en", links: { unsubscribeUrl: 'https://x.example/"onclick=' } }),
    /not an address/,
  );
  await assert.rejects(renderMail({ ...sample, locale: "en", template: "nothing" }), /no text mail:nothing/);
  await assert.rejects(renderMail({ ...sample, locale: "en", brand: { ...brand, color: "red;}" } }), /not a colour/);
});
