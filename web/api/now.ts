let aheadMs = 0;

/** What the server's answers say of its clock: the demo's may run weeks ahead of this computer's. */
export function heedClock(answer: Response): void {
  const told = Number(answer.headers.get("x-clock-ahead") ?? 0);
  if (Number.isFinite(told)) aheadMs = told;
}

/** Now, in ms since 1970, as the server counts it: what due times and "two minutes ago" are measured from. */
export const now = (): number => Date.now() + aheadMs;
