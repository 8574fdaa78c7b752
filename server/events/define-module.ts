import type { AnyContractRouter } from "@orpc/contract";
import type { App, Context, Role } from "#platform/context.ts";
import type { RefusalTexts } from "#platform/errors.ts";
import type { RawRoutes } from "#platform/http/raw-routes.ts";
import type { Exporter } from "#platform/exporter.ts";
import type { Importer } from "#platform/importer.ts";
import type { InboundMail } from "#platform/mail/read-mail.ts";
import type { Task } from "#platform/jobs/task.ts";
import type { EventDefinition } from "./define-event.ts";
import type { Projection } from "./project.ts";
import type { Subscriber } from "./reactions.ts";
import type { TimedJob } from "./timed-job.ts";

/** A permission is a sentence ("send quotes"), with its French reading and the roles that have it. Admins have all. */
export type Permissions = Record<string, { fr: string; roles: readonly Role[] }>;

/** One room of the house: everything the rest of the program needs to know of it. */
export interface Module {
  /** "<floor>/<room>", e.g. "cpq/quotes" */
  id: string;
  /** The contract and the functions behind it, from routes.ts (see platform/bind.ts). */
  contract?: AnyContractRouter;
  routes?: unknown;
  permissions?: Permissions;
  refusals?: RefusalTexts;
  events?: Record<string, EventDefinition>;
  subscribers?: readonly Subscriber[];
  jobs?: readonly TimedJob[];
  tasks?: readonly Task[];
  /** Takes a mail that came in; true when it was for this module. Must cope with the same message id twice. */
  receiveMail?: (app: App, mail: InboundMail) => Promise<boolean>;
  /** The few addresses that are not operations: one-click unsubscribe, tracked links, file downloads. */
  raw?: RawRoutes;
  projections?: readonly Projection[];
  importers?: readonly Importer[];
  exporters?: readonly Exporter[];
  /** What the demo organisation has of this module (catalogue, surveys, targets ...), made once through its own commands. */
  seed?: (ctx: Context) => Promise<void>;
}

export const defineModule = (module: Module): Module => module;
