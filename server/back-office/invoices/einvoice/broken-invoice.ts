/** For tests: ways to break an invoice at a place ("lines.0.netAmount"). */
// oxlint-disable-next-line typescript/no-explicit-any -- a broken invoice is one that its type forbids
export type Change = (invoice: any) => void;
export const without =
  (path: string): Change =>
  (invoice) => {
    const keys = path.split(".");
    const last = keys.pop()!;
    delete keys.reduce((value, key) => value[key], invoice)[last];
  };
export const set =
  (path: string, value: unknown): Change =>
  (invoice) => {
    const keys = path.split(".");
    const last = keys.pop()!;
    keys.reduce((holder, key) => holder[key], invoice)[last] = value;
  };
export const both =
  (...changes: Change[]): Change =>
  (invoice) =>
    changes.forEach((change) => change(invoice));
export const noReason = (path: string): Change => both(without(`${path}.reason`), without(`${path}.reasonCode`));
