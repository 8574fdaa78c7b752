/** Steps 18 to 22: from usage to booked revenue. */
import type { Person } from "../client.ts";
import type { Scene } from "../scene.ts";

export interface Billed {
  invoiceId: string;
  number: string;
}

/** 18. Usage arrives, with duplicates and a late event. */
export async function recordUsage(scene: Scene, customerId: string): Promise<void> {
  await scene.say(18, "Calls are metered: 260 minutes over a week, some reported twice, one late.");
  const biller = await scene.as("biller");
  const { rows } = await biller.get("/subscriptions", { customerId });
  const fibre = rows.find((each: { name: string }) => each.name.includes("Fibre"));
  const began = await scene.now();
  const record = (n: number, quantity: string, hours: number) => ({
    source: "switch-1",
    sourceId: `cdr-${n}`,
    subscriptionId: fibre.id,
    meter: "minutes",
    quantity,
    at: new Date(began.getTime() + hours * 3_600_000).toISOString(),
  });
  const calls = [record(1, "60", 1), record(2, "60", 26), record(3, "60", 50), record(4, "50", 74)];
  const late = record(5, "30", 30);
  await scene.advance({ days: 7 });
  const first = await biller.post("/usage", { records: [...calls, calls[0], calls[2]] });
  const again = await biller.post("/usage", { records: calls });
  const lateOne = await biller.post("/usage", { records: [late] });
  if (first.accepted !== 4 || first.duplicates !== 2 || again.duplicates !== 4 || lateOne.accepted !== 1)
    throw new Error(`usage was not counted exactly once: ${JSON.stringify([first, again, lateOne])}`);
  await scene.settle();
}

/** 19. One combined invoice. 20. She sees and pays it. 21. The seller sees the payment. 22. Revenue is recognised and exported. */
export async function bill(scene: Scene, lea: Person, line: { customerId: string; opportunityId: string }): Promise<Billed> {
  await scene.say(
    19,
    "One combined invoice: router, installation, fibre (prorated), minutes; VAT once; PDF with its EN 16931 XML inside.",
  );
  const biller = await scene.as("biller");
  const now = await scene.now();
  const nextMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1, 9));
  await scene.moveTo(nextMonth);
  await biller.post("/billing-runs", { customerId: line.customerId });
  await scene.settle();
  const { rows } = await lea.get("/my/invoices");
  const invoiceId: string = rows.at(-1).id;
  const invoice = await lea.get(`/my/invoices/${invoiceId}`);

  await scene.say(20, "Léa sees her usage and the arithmetic of each line in the portal, and pays by card (sandbox).");
  await lea.get("/my/usage");
  await lea.post(`/my/invoices/${invoiceId}/view`);
  const { intentId } = await lea.post(`/my/invoices/${invoiceId}/card-payment`);
  const paid = await lea.post(`/my/card-payments/${intentId}/confirmation`, {
    number: "4242424242424242",
    expiry: "12/30",
    cvc: "123",
  });
  if (paid.status !== "succeeded") throw new Error(`the card should have been accepted: ${paid.reason}`);
  await scene.settle();

  await scene.say(21, "Noé sees the payment on his deal.");
  const seller = await scene.as("seller");
  const deal = await seller.get(`/opportunities/${line.opportunityId}`);
  if (deal.payments.length === 0) throw new Error("the payment should show on the deal");

  await scene.say(22, "Revenue is recognised by performance obligation, posted double-entry, exported to finance (FEC).");
  await scene.advance({ days: 1 });
  await scene.settle();
  const from = `${nextMonth.getUTCFullYear()}-01-01`;
  const to = (await scene.now()).toISOString().slice(0, 10);
  await biller.post("/ledger/exports", { from, to, format: "fec" });
  await scene.settle();
  return { invoiceId, number: invoice.number };
}
