import assert from "node:assert/strict";
import type { Actor } from "#platform/context.ts";
import { newId } from "#platform/ids.ts";
import { createMailer } from "#platform/mail/mailer.ts";
import { addContact } from "#record/customers/add-contact.ts";
import { createCustomer } from "#record/customers/create-customer.ts";
import type { TestApp } from "#test/harness/app.ts";
import { atelierMartin, company, lea } from "#test/story/cast.ts";
import { listConversations } from "#front-office/conversations/queries.ts";

/** What tests of conversations need: people who write to us over real SMTP, and a look into their mailboxes. */
export function correspondents(t: TestApp) {
  const mailer = createMailer({ url: t.app.smtpUrl, from: "nobody@ailleurs.example" });
  let people = 0;
  return {
    close: () => mailer.close(),
    at: (iso: string) => t.clock.set(new Date(iso)),
    async someone(email = `lea${(people += 1)}@atelier-martin.example`) {
      const { id: customerId } = await createCustomer(t.as(), { kind: "company", name: `${atelierMartin.name} ${people}` });
      const { id: contactId } = await addContact(t.as(), {
        customerId,
        firstName: lea.firstName,
        lastName: lea.lastName,
        email,
        locale: "fr",
      });
      const actor: Actor = { kind: "customer", id: contactId, contactId, customerId, level: "full" };
      return { customerId, contactId, email, actor };
    },
    write: (from: string, mail: { text: string; subject?: string; id?: string; to?: string; inReplyTo?: string }) =>
      mailer.send({
        from: `"Léa Martin" <${from}>`,
        to: mail.to ?? company.email,
        subject: mail.subject ?? "Ma box clignote",
        text: mail.text,
        messageId: mail.id ?? `<${newId()}@mail.atelier.example>`,
        ...(mail.inReplyTo ? { inReplyTo: mail.inReplyTo, references: [mail.inReplyTo] } : {}),
      }),
    inbox: async (contactId: string) =>
      (await listConversations(t.as("cx_lead"), { limit: 100 })).rows.filter((row) => row.contactId === contactId),
    async lastMailTo(address: string) {
      const [card] = t.app.catcher!.list({ to: address, limit: 1 }).items;
      assert.ok(card, `a mail reached ${address}`);
      return (await t.app.catcher!.get(card.id))!;
    },
  };
}
