import type { Selectable } from "kysely";
import type { DB } from "#db/schema.ts";
import type { App } from "#platform/context.ts";
import { seal, unseal } from "#platform/seal.ts";

export type EndpointRow = Selectable<DB["webhook_endpoints"]>;

const purpose = "webhook";

export const sealSecret = (app: App, secret: string): string => seal(app.secret, purpose, secret);

/** The secrets that sign now: the newest, and the one before while receivers change over. */
export function secretsOf(app: App, endpoint: Pick<EndpointRow, "secret" | "old_secret" | "old_secret_until">): string[] {
  const secrets = [unseal(app.secret, purpose, endpoint.secret)];
  if (endpoint.old_secret && endpoint.old_secret_until && endpoint.old_secret_until > new Date())
    secrets.push(unseal(app.secret, purpose, endpoint.old_secret));
  return secrets;
}
