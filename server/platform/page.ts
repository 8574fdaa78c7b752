import { refuse } from "./errors.ts";

/** A page cursor is the sort key of its last row, opaque to callers: encodeCursor([createdAt, id]). */
export const encodeCursor = (key: readonly (string | number | bigint | Date | null)[]): string =>
  Buffer.from(
    JSON.stringify(
      key.map((part) => (part instanceof Date ? part.toISOString() : typeof part === "bigint" ? part.toString() : part)),
    ),
  ).toString("base64url");

/** The sort key inside a cursor. Refuses what is not one. */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(key) && key.length === length) return key as (string | number | null)[];
  } catch {
    // falls through: refused below
  }
  return refuse("cursor.invalid");
}

/** Cuts one page out of limit + 1 rows read, and says where the next one starts. */
export function page<T>(
  rows: T[],
  limit: number,
  key: (row: T) => readonly (string | number | bigint | Date | null)[],
): { rows: T[]; nextCursor: string | null } {
  if (rows.length <= limit) return { rows, nextCursor: null };
  const cut = rows.slice(0, limit);
  return { rows: cut, nextCursor: encodeCursor(key(cut.at(-1)!)) };
}
