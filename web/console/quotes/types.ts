import type { client } from "../../api/client.ts";

export type QuoteRow = Awaited<ReturnType<typeof client.quotes.list>>["rows"][number];
export type Quote = Awaited<ReturnType<typeof client.quotes.show>>;
export type QuoteLine = Quote["offer"]["lines"][number];
export type Approval = Awaited<ReturnType<typeof client.approvals.list>>["rows"][number];

export const statuses = ["draft", "in_approval", "ready", "sent", "accepted", "declined", "expired"] as const;
