import type { client } from "../../api/client.ts";

export type MyQuote = Awaited<ReturnType<typeof client.quotes.myQuote>>;
export type Offer = NonNullable<MyQuote["offer"]>;
