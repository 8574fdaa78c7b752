import { expect } from "@playwright/test";
import type { Shift } from "./shift.ts";

/** What the switch counted shows on the subscription, beside what the next invoice will say. */
export async function readUsage(shift: Shift): Promise<void> {
  const { customer, scene, made } = shift;
  const counter = await scene.as("biller");
  const { rows } = await counter.get("/subscriptions", { customerId: made.customerId });
  const fibre = rows.find((each: { name: string }) => each.name.includes("Fibre"));
  const at = (await scene.now()).toISOString();
  const biller = await shift.desk("biller");
  await biller.find("/subscriptions", customer.company);
  await biller.look();
  await biller.go(`/subscriptions/${fibre.id}`);
  await counter.post("/usage", {
    records: [
      { source: "switch-1", sourceId: `cdr-${fibre.id}`, subscriptionId: fibre.id, meter: "minutes", quantity: "260", at },
    ],
  });
  await expect(biller.panel("subscriptions:usage.title").getByText(/260/)).toBeVisible({ timeout: 30_000 }); // by itself
  await expect(biller.panel("subscriptions:preview.title").getByText(/€/).first()).toBeVisible();
}

/** The biller runs billing; the invoice is there, each line with its arithmetic. */
export async function issueInvoice(shift: Shift): Promise<void> {
  const { customer, made, say } = shift;
  const biller = await shift.desk("biller");
  const { page } = biller;
  await biller.go("/invoices/runs");
  const past = biller.panel("invoices:runs.past").getByRole("row");
  const before = await past.count();
  await biller.button("invoices:action.run").click();
  await expect.poll(() => past.count(), { timeout: 30_000 }).toBeGreaterThan(before);
  await expect(biller.panel("invoices:runs.past").getByText(say("invoices:runs.running"))).toHaveCount(0, { timeout: 30_000 });
  await biller.look();
  await shift.scene.settle();
  await biller.find("/invoices", customer.company);
  made.invoiceId = biller.id();
  const lines = biller.panel("invoices:lines.title");
  await lines
    .getByRole("button")
    .filter({ hasText: /Fibre Pro/ })
    .first()
    .click();
  await expect(
    lines
      .getByText(say("invoices:lines.why"))
      .or(lines.getByLabel(say("invoices:lines.why")))
      .first(),
  ).toBeVisible();
  await expect(biller.panel("invoices:files.title").getByRole("link").first()).toBeVisible({ timeout: 30_000 });
  await biller.look();
  await expect(page.getByText(say("invoices:status.sent"), { exact: true }).first()).toBeVisible({ timeout: 30_000 });
}

/** A transfer comes with the bank's file and names nobody: the biller puts it where it belongs, and the seller sees it. */
export async function matchPayment(shift: Shift): Promise<void> {
  const { say, scene, made } = shift;
  const biller = await shift.desk("biller");
  const { page } = biller;
  const { number, openMinor } = await (await scene.as("biller")).get(`/invoices/${made.invoiceId}`);
  const day = (await scene.now()).toISOString().slice(0, 10);
  await biller.go("/payments");
  await biller.button("payments:action.import").first().click();
  const buffer = Buffer.from(statement(`S-${made.invoiceId}`, openMinor, day));
  await biller.dialog().locator("input[type=file]").setInputFiles({ name: "camt.053.xml", mimeType: "application/xml", buffer });
  await biller.button("payments:action.import", {}, biller.dialog()).click();
  await expect(biller.dialog().getByText(say("payments:import.unmatched", { count: 1 }))).toBeVisible();
  await biller
    .dialog()
    .getByRole("button", { name: say("common:action.close"), exact: true })
    .last()
    .click();
  await biller.go("/");
  await biller
    .panel("home:unmatched.title")
    .getByRole("link")
    .filter({ hasText: made.invoiceId.slice(-8) })
    .click();
  await biller.look();
  await page.getByRole("button", { name: say("payments:match.with", { number }), exact: true }).click();
  await expect(biller.panel("payments:paid.title").getByRole("link", { name: number, exact: true })).toBeVisible();
  const seller = await shift.desk("seller");
  await seller.go(`/opportunities/${made.opportunityId}`);
  await expect(seller.panel("opportunities:payments.title").getByText(/€/).first()).toBeVisible();
}

/** Part of a line is given back by a credit note, with its reason. */
export async function creditPart(shift: Shift): Promise<void> {
  const { say, made } = shift;
  const biller = await shift.desk("biller");
  const { page } = biller;
  await biller.go(`/invoices/${made.invoiceId}`);
  await expect(page.getByText(say("invoices:status.paid"), { exact: true }).first()).toBeVisible();
  await biller.button("invoices:action.credit").click();
  const dialog = biller.dialog();
  await dialog.getByRole("radio", { name: say("invoices:credit.lines") }).check();
  await dialog
    .getByLabel(/Fibre Pro/)
    .first()
    .fill("10");
  await biller.field("invoices:credit.reason", {}, dialog).fill("Robin");
  await biller.look();
  await biller.button("invoices:action.credit", {}, dialog).click();
  await biller.panel("invoices:related.notes").getByRole("link").click();
  await expect(biller.panel("invoices:related.invoice")).toBeVisible();
}

/** The books: an entry walks back to the event it came from, the balance agrees, the journal leaves as a file. */
export async function readBooks(shift: Shift): Promise<void> {
  const { say, scene, made } = shift;
  const biller = await shift.desk("biller");
  const { page } = biller;
  await biller.go(`/ledger?customer=${made.customerId}`);
  await page
    .getByRole("button", { name: new RegExp(say("ledger:why", { number: "" }).trim().split(" ")[0]!) })
    .first()
    .click();
  await expect(biller.dialog().getByText(say("common:timeline.causes"))).toBeVisible();
  await biller.look();
  await page.keyboard.press("Escape");
  await biller.link("ledger:view.balance").click();
  await expect(page.getByRole("alert").filter({ hasText: /€/ })).toBeVisible();
  await biller.look();
  await biller.link("ledger:view.exports").click();
  await scene.settle();
  await biller.button("ledger:action.export").click();
  const file = biller.panel("ledger:exports.made").getByRole("link").first();
  await expect(file).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent("download"), file.click()]);
  expect(download.suggestedFilename()).toMatch(/FEC/i);
  await biller.look();
}

/** A bank statement with one transfer that names no invoice and comes from an account nobody knows. */
const statement = (id: string, minor: string, day: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr>
  <Stmt><Id>${id}</Id><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></Acct>
  <Ntry><Amt Ccy="EUR">${(Number(minor) / 100).toFixed(2)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt><AcctSvcrRef>${id}</AcctSvcrRef>
  <NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>HOLDING</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></DbtrAcct></RltdPties>
  <RmtInf><Ustrd>Virement ${id.slice(-8)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`;
