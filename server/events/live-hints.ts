import type { App } from "#platform/context.ts";
import type { Hint } from "#platform/http/live.ts";
import { type Cursor, endOfLog, readAfter } from "./read.ts";

/** A reader of the log from now on, in hints: what happened to whom, never the content. */
export function liveHints(app: App): () => Promise<Hint[]> {
  let cursor: Cursor | undefined;
  return async () => {
    if (!cursor) {
      cursor = await endOfLog(app.db);
      return [];
    }
    const read = await readAfter(app.db, cursor, 500);
    cursor = read.cursor;
    return read.events.map(({ type, customerId, subjectId }) => ({ type, customerId, subjectId }));
  };
}
