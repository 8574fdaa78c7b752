import { type RawBuilder, sql } from "kysely";

/**
 * Whether an event says where on the line a customer stands. Messages, sign-ins, consents and corrected details happen at
 * any stage: a code sent to someone who pays does not bring them back to discovering. `e` is the relation of events.
 */
export const movesStage = (e = "events"): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${e}.subject_type`)} not in ('message', 'portal', 'consent', 'contact', 'customer')`;
