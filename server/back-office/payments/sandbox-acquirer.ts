/**
 * The card acquirer of this installation: a sandbox that answers as a real one would, for the numbers every payment
 * provider uses in tests. No card is charged; only the last four digits are ever kept. Pure.
 */
export type Authorisation = { approved: true; last4: string } | { approved: false; last4: string; reason: string };

const declines: Record<string, string> = {
  "4000000000000002": "card_declined",
  "4000000000009995": "insufficient_funds",
  "4000000000000069": "expired_card",
  "4000000000000127": "incorrect_cvc",
};
const approves = new Set(["4242424242424242", "5555555555554444"]);

/** The answer for a card; null when it is no card number at all, or out of date. `month` is "2026-03". */
export function authorise(card: { number: string; expiry: string }, month: string): Authorisation | null {
  const number = card.number.replace(/[\s-]/g, "");
  const [, mm = "", yy = ""] = /^(0[1-9]|1[0-2])\s*\/\s*(\d{2})$/.exec(card.expiry.trim()) ?? [];
  if (!/^\d{13,19}$/.test(number) || !luhn(number) || yy === "" || `20${yy}-${mm}` < month) return null;
  const last4 = number.slice(-4);
  if (approves.has(number)) return { approved: true, last4 };
  return { approved: false, last4, reason: declines[number] ?? "test_cards_only" };
}

/** The check digit of card numbers, ISO/IEC 7812-1. */
function luhn(number: string): boolean {
  let sum = 0;
  number
    .split("")
    .toReversed()
    .forEach((digit, index) => {
      const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
      sum += doubled > 9 ? doubled - 9 : doubled;
    });
  return sum % 10 === 0;
}
