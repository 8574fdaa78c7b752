/** Addresses people can read and write: ?status=sent,accepted&sort=-total. Every value is plain text. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const text = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString().replaceAll("%2C", ",");
  return text && `?${text}`;
}
