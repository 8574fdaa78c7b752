import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { startMailCatcher } from "./mail-catcher.ts";
import { createMailer, isPermanentFailure, type OutgoingMail } from "./mailer.ts";
import type { InboundMail } from "./read-mail.ts";

const directory = await mkdtemp(join(tmpdir(), "throughline-mail-"));
const open: { close(): unknown }[] = [];
after(async () => {
  for (const each of open.reverse()) await each.close();
  await rm(directory, { recursive: true, force: true });
});
async function pair(
  name: string,
  options: { keep?: number; maxBytes?: number; onMessage?: (mail: InboundMail) => Promise<void> } = {},
) {
  const catcher = await startMailCatcher({ port: 0, directory: join(directory, name), ...options });
  const mailer = createMailer({ url: catcher.smtpUrl, from: "Océane <bonjour@oceane.example>" });
  open.push(catcher, mailer);
  return { catcher, mailer };
}
const hello: OutgoingMail = { to: "Lea@atelier.example", subject: "Devis établi", text: "Bonjour", html: "<p>Bonjour</p>" };

test("what is sent is caught whole: texts, thread, files, invitation, unsubscription on one line each", async () => {
  const { catcher, mailer } = await pair("whole");
  await mailer.verify();
  const unsubscribe = `https://oceane.example/u/${"t".repeat(200)}`;
  const sent = await mailer.send({
    ...hello,
    to: ["lea@atelier.example", "Compta <compta@atelier.example>"],
    replyTo: "reply+abc@oceane.example",
    messageId: "<quote-1@oceane.example>",
    inReplyTo: "<0@atelier.example>",
    references: ["<a@atelier.example>", "<0@atelier.example>"],
    listUnsubscribe: unsubscribe,
    headers: { "Auto-Submitted": "auto-generated" },
    attachments: [{ name: "devis été.pdf", bytes: Buffer.from("%PDF"), mime: "application/pdf" }],
    invitation: { method: "REQUEST", content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR" },
  });
  assert.deepEqual(sent, { messageId: "<quote-1@oceane.example>", refused: [] });
  const [summary] = catcher.list({ limit: 10 }).items;
  assert.deepEqual(summary?.envelopeTo, ["lea@atelier.example", "compta@atelier.example"]);
  const mail = (await catcher.get(summary!.id))!;
  assert.equal(mail.subject, "Devis établi");
  assert.equal(mail.from.name, "Océane");
  assert.equal(mail.text.trim(), "Bonjour");
  assert.match(mail.html, /<p>Bonjour<\/p>/);
  assert.deepEqual(
    [mail.messageId, mail.inReplyTo, mail.references],
    ["quote-1@oceane.example", "0@atelier.example", ["a@atelier.example", "0@atelier.example"]],
  );
  assert.deepEqual(
    mail.attachments
      .filter((file) => file.mime === "application/pdf")
      .map((file) => [file.name, Buffer.from(file.bytes).toString()]),
    [["devis été.pdf", "%PDF"]],
  );
  const lines = Buffer.from(mail.raw).toString().split("\r\n");
  assert.ok(lines.includes(`List-Unsubscribe: <${unsubscribe}>`));
  assert.ok(lines.includes("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
  assert.match(Buffer.from(mail.raw).toString(), /text\/calendar;[^\n]*method=REQUEST/);
});

test("lists by address, page by page, and keeps the last ones over a restart", async () => {
  const { catcher, mailer } = await pair("pages", { keep: 5 });
  for (let index = 0; index < 7; index++)
    await mailer.send({ ...hello, to: index % 2 ? "a@x.example" : "b@x.example", subject: `n${index}` });
  const subjects = (page: { items: readonly { subject: string }[] }) => page.items.map((item) => item.subject);
  const first = catcher.list({ limit: 3 });
  assert.deepEqual(subjects(first), ["n6", "n5", "n4"]);
  assert.deepEqual(subjects(catcher.list({ limit: 3, cursor: first.nextCursor! })), ["n3", "n2"]);
  assert.deepEqual(subjects(catcher.list({ limit: 9, to: "A@x.example" })), ["n5", "n3"]);
  assert.equal((await readdir(join(directory, "pages"))).length, 10, "five mails, two files each");
  const again = await startMailCatcher({ port: 0, directory: join(directory, "pages"), keep: 4 });
  open.push(again);
  const kept = again.list({ limit: 9 });
  assert.deepEqual(subjects(kept), ["n6", "n5", "n4", "n3"]);
  assert.equal((await again.get(kept.items[0]!.id))?.text.trim(), "Bonjour");
  await again.clear();
  assert.deepEqual(again.list({ limit: 9 }).items, []);
  assert.equal(await again.get(kept.items[0]!.id), undefined);
});

test("an answer that could not be taken in is asked for again, and then comes in", async () => {
  const taken: string[] = [];
  let broken = true;
  const { catcher, mailer } = await pair("inbound", {
    onMessage: async (mail) => {
      if (broken) throw new Error("the database is away");
      taken.push(`${mail.envelopeTo[0]} ${mail.text.trim()}`);
      await Promise.resolve();
    },
  });
  await assert.rejects(
    mailer.send({ ...hello, to: "reply+abc@oceane.example" }),
    (error: unknown) => /database is away/.test(String(error)) && !isPermanentFailure(error),
  );
  assert.deepEqual(catcher.list({ limit: 9 }).items, []);
  broken = false;
  await mailer.send({ ...hello, to: "reply+abc@oceane.example" });
  assert.deepEqual(taken, ["reply+abc@oceane.example Bonjour"]);
  assert.equal(catcher.list({ limit: 9 }).items.length, 1);
});

test("a mail too large is refused for good", async () => {
  const { mailer } = await pair("large", { maxBytes: 2000 });
  await assert.rejects(mailer.send({ ...hello, text: "x".repeat(5000) }), (error: unknown) => isPermanentFailure(error));
});

test("content can neither read files nor add headers", async () => {
  const { catcher, mailer } = await pair("safe");
  await mailer.send({ ...hello, subject: "Hi\r\nBcc: other@x.example", text: "x", html: '<img src="file:///etc/passwd">' });
  const { items } = catcher.list({ limit: 9 });
  assert.deepEqual(items[0]?.envelopeTo, ["lea@atelier.example"]);
  await assert.rejects(mailer.send({ ...hello, listUnsubscribe: "https://x.example\r\nBcc: o@x.example" }), RangeError);
});

test("mails sent at the same time all arrive", async () => {
  const { catcher, mailer } = await pair("many");
  await Promise.all(Array.from({ length: 60 }, async (_, index) => await mailer.send({ ...hello, subject: `m${index}` })));
  assert.equal(new Set(catcher.list({ limit: 100 }).items.map((item) => item.subject)).size, 60);
});
