/** The accounts postings go to: the French chart of accounts (PCG), its numbers as every accountant there knows them. */
export const accounts = {
  customers: "411000",
  toBeInvoiced: "418100",
  vat: "445710",
  unmatched: "471000",
  deferred: "487000",
  card: "511500",
  bank: "512000",
  services: "706000",
  goods: "707000",
} as const;

export type Account = (typeof accounts)[keyof typeof accounts];

/** Where revenue of a line goes: goods apart, everything else is a service. */
export const revenueAccount = (kind: string): Account =>
  kind === "one_off" || kind === "product" ? accounts.goods : accounts.services;

/** Where money of a payment method arrives. */
export const moneyAccount = (method: string): Account => (method === "card" ? accounts.card : accounts.bank);
