import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { newText } from "./new-text.ts";
import { readBounces } from "./read-bounce.ts";
import { readMail } from "./read-mail.ts";
import { readReplyToken, replyAddress } from "./reply-address.ts";
import { threadKeys } from "./thread-keys.ts";

const raw = (lines: string[]) => Buffer.from(lines.join("\r\n"));
const key = "k".repeat(32);
const conversation = "0198c2f4-7a11-7cde-8f00-1234567890ab";

test("reads an answer and finds its conversation by token, then by message id", async () => {
  const to = replyAddress("reply@oceane.example", conversation, [key]);
  const mail = await readMail(
    raw([
      "From: =?utf-8?q?L=C3=A9a?= Martin <Lea@Atelier.example>",
      `To: Support <${to.toUpperCase()}>`,
      "Subject: Re: =?utf-8?b?RGV2aXMgw6l0YWJsaQ==?=",
      "Message-ID: <3@atelier.example>",
      "In-Reply-To: <2@oceane.example>",
      "References: <0@oceane.example>",
      " <1@atelier.example> <2@oceane.example>",
      "Date: Fri, 20 Nov 2026 15:00:00 +0100",
      "",
      "Oui, merci.",
    ]),
    { from: "lea@atelier.example", to: [to.toUpperCase()] },
  );
  assert.deepEqual(mail.from, { name: "Léa Martin", address: "lea@atelier.example" });
  assert.equal(mail.subject, "Re: Devis établi");
  assert.equal(mail.sentAt?.toISOString(), "2026-11-20T14:00:00.000Z");
  assert.equal(mail.automatic, false);
  const keys = threadKeys(mail);
  assert.deepEqual(keys.messageIds, ["2@oceane.example", "1@atelier.example", "0@oceane.example"]);
  assert.deepEqual(
    keys.tokens.map((token) => readReplyToken(token, [key])),
    [conversation],
  );
});

test("reply addresses are short enough, survive any case and cannot be guessed", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(41), (id, at) => {
      const address = replyAddress("reply@oceane.example", id, [key]);
      const token = /\+(.+)@/.exec(address)![1]!;
      assert.ok(address.split("@")[0]!.length <= 64);
      assert.equal(readReplyToken(token.toUpperCase(), ["o".repeat(32), key]), id);
      const other = token[at] === "a" ? "b" : "a";
      assert.equal(readReplyToken(token.slice(0, at) + other + token.slice(at + 1), [key]), undefined);
      assert.equal(readReplyToken(token, ["o".repeat(32)]), undefined);
    }),
  );
  assert.equal(readReplyToken("7".repeat(42), [key]), undefined);
});

test("tells machines from people, and names a mail without an id the same each time", async () => {
  const automatic = async (header: string) => (await readMail(raw(["From: a@b.example", header, "", "x"]))).automatic;
  assert.equal(await automatic("Auto-Submitted: auto-replied"), true);
  assert.equal(await automatic("Auto-Submitted: no"), false);
  assert.equal(await automatic("Precedence: bulk"), true);
  assert.equal((await readMail(raw(["From: a@b.example", "", "x"]), { from: "" })).automatic, true);
  const nameless = raw(["From: a@b.example", "Subject: hi", "", "x"]);
  assert.equal((await readMail(nameless)).messageId, (await readMail(nameless)).messageId);
});

test("keeps what was written this time and drops the history below", () => {
  assert.equal(
    newText("D’accord pour mardi.\n\nLe ven. 20 nov. 2026 à 15:00, Océane <a@b.example> a\nécrit :\n\n> Bonjour\n> Léa"),
    "D’accord pour mardi.",
  );
  assert.equal(newText("Yes.\r\n\r\nOn Fri, Nov 20, 2026 at 3:00 PM Océane\r\n<a@b.example> wrote:\r\n> Hello"), "Yes.");
  assert.equal(newText("Voici.\n\n-----Message d’origine-----\nDe : a@b.example"), "Voici.");
  assert.equal(newText("See below\n> q1\nmy answer\n> q2\n> q3"), "See below\n> q1\nmy answer");
  assert.equal(newText("> only a quote"), "> only a quote");
  assert.equal(newText("On Tuesday we meet.\nLe chat dort."), "On Tuesday we meet.\nLe chat dort.");
});

test("reads why a mail came back, and that a delay is not a failure", async () => {
  const report = (action: string, status: string) =>
    raw([
      "From: MAILER-DAEMON@mx.example",
      "To: bounces@oceane.example",
      "Subject: Undelivered",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "Sorry.",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.example",
      "",
      "Final-Recipient: rfc822; Lea@Atelier.example",
      `Action: ${action}`,
      `Status: ${status}`,
      "Diagnostic-Code: smtp; 550 5.1.1 no such",
      "  user here",
      "",
      "--b",
      "Content-Type: text/rfc822-headers",
      "",
      "Subject: Devis",
      "Message-ID: <sent-1@oceane.example>",
      "",
      "--b--",
      "",
    ]);
  const failed = await readMail(report("failed", "5.1.1"));
  assert.equal(failed.automatic, true);
  assert.deepEqual(readBounces(failed), [
    {
      recipient: "lea@atelier.example",
      messageId: "sent-1@oceane.example",
      permanent: true,
      status: "5.1.1",
      reason: "550 5.1.1 no such user here",
    },
  ]);
  assert.deepEqual(readBounces(await readMail(report("delayed", "4.4.1"))), []);
  assert.deepEqual(readBounces(await readMail(raw(["From: a@b.example", "", "x"]))), []);
});
