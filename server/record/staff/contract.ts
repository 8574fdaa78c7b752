import { z } from "zod";
import { email, id, instant, locale, ok, open, pageInput, pageOf, requiredText, staff, text } from "#platform/contract.ts";
import { roles } from "#platform/context.ts";

const tag = { tags: ["Staff"] };
const role = z.enum(roles);
const scope = z.enum(["own", "team", "all"]);
const password = z.string().min(12, "at least 12 characters").max(200);

const member = z.object({
  id,
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  roles: z.array(role),
  teamId: id.nullable(),
  teamName: z.string().nullable(),
  scope,
  locale,
  skills: z.array(z.string()),
  active: z.boolean(),
  /** false until an invited person has chosen a password or signed in through the identity provider */
  joined: z.boolean(),
  twoFactor: z.boolean(),
});
const apiKeyRow = z.object({
  id,
  name: z.string(),
  start: z.string(),
  roles: z.array(role),
  ownerId: id,
  ownerName: z.string(),
  createdAt: instant,
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
});
const auditRow = z.object({
  id,
  at: instant,
  actorType: z.string(),
  actorId: z.string(),
  actorName: z.string().nullable(),
  operation: z.string(),
  subjectId: z.string().nullable(),
  outcome: z.string(),
  requestId: z.string(),
  ip: z.string().nullable(),
});

export const staffContract = {
  me: staff("use the console")
    .route({ method: "GET", path: "/staff/me", summary: "Who I am and what I may do", ...tag })
    .output(member.extend({ permissions: z.array(z.string()), demo: z.boolean() })),
  changeMe: staff("use the console")
    .route({ method: "PATCH", path: "/staff/me", summary: "Change my own language, name or phone", ...tag })
    .input(z.object({ locale: locale.optional(), name: requiredText(120).optional(), phone: text(30).optional() }))
    .output(ok),
  demoAccounts: open()
    .route({ method: "GET", path: "/staff/demo-accounts", summary: "Demo only: whom to sign in as, and the password", ...tag })
    .output(
      z.object({ password: z.string().nullable(), rows: z.array(z.object({ name: z.string(), email: z.string(), role })) }),
    ),
  signInOptions: open()
    .route({ method: "GET", path: "/staff/sign-in-options", summary: "How staff may sign in besides a password", ...tag })
    .output(
      z.object({
        /** the organisation's identity provider, where one is configured; label null: it has no name of its own */
        provider: z.object({ label: z.string().nullable() }).nullable(),
      }),
    ),
  list: staff("see colleagues")
    .route({ method: "GET", path: "/staff", summary: "People who work here", ...tag })
    .input(
      z.object({
        ...pageInput,
        search: text(120).optional(),
        role: role.optional(),
        teamId: id.optional(),
        active: z.boolean().optional(),
      }),
    )
    .output(pageOf(member)),
  listTeams: staff("see colleagues")
    .route({ method: "GET", path: "/teams", summary: "Teams", ...tag })
    .output(z.object({ rows: z.array(z.object({ id, name: z.string(), members: z.number() })) })),
  createTeam: staff("manage people")
    .route({ method: "POST", path: "/teams", summary: "Create a team", ...tag })
    .input(z.object({ name: requiredText(80) }))
    .output(ok),
  change: staff("manage people")
    .route({ method: "PATCH", path: "/staff/{staffId}", summary: "Change roles, team, scope or skills", ...tag })
    .input(
      z.object({
        staffId: id,
        name: requiredText(120).optional(),
        roles: z.array(role).min(1).max(9).optional(),
        teamId: id.nullable().optional(),
        scope: scope.optional(),
        skills: z.array(text(40)).max(30).optional(),
      }),
    )
    .output(ok),
  deactivate: staff("manage people")
    .route({
      method: "POST",
      path: "/staff/{staffId}/deactivation",
      summary: "Take someone's access away: sessions and API keys end",
      ...tag,
    })
    .input(z.object({ staffId: id }))
    .output(ok),
  reactivate: staff("manage people")
    .route({ method: "DELETE", path: "/staff/{staffId}/deactivation", summary: "Give access back", ...tag })
    .input(z.object({ staffId: id }))
    .output(ok),
  setPassword: open()
    .route({
      method: "POST",
      path: "/staff/password",
      summary: "Choose a password with the link of an invitation or a reset",
      ...tag,
    })
    .input(z.object({ token: z.string().max(4096), password }))
    .output(z.object({ email: z.string() })),
  permissions: staff("see colleagues")
    .route({
      method: "GET",
      path: "/staff/permissions",
      summary: "Every permission as a sentence, and the roles that have it",
      ...tag,
    })
    .output(
      z.object({ rows: z.array(z.object({ permission: z.string(), fr: z.string(), module: z.string(), roles: z.array(role) })) }),
    ),
  createApiKey: staff("manage API keys")
    .route({ method: "POST", path: "/api-keys", summary: "Create an API key; it is shown once", ...tag })
    .input(
      z.object({
        name: requiredText(60),
        roles: z.array(role).min(1).max(9),
        expiresInDays: z.number().int().min(1).max(3650).optional(),
      }),
    )
    .output(z.object({ id, key: z.string() })),
  listApiKeys: staff("manage API keys")
    .route({ method: "GET", path: "/api-keys", summary: "API keys", ...tag })
    .output(z.object({ rows: z.array(apiKeyRow) })),
  revokeApiKey: staff("manage API keys")
    .route({ method: "DELETE", path: "/api-keys/{apiKeyId}", summary: "Revoke an API key", ...tag })
    .input(z.object({ apiKeyId: id }))
    .output(ok),
  listAudit: staff("read the audit trail")
    .route({
      method: "GET",
      path: "/audit",
      summary: "Every write asked of the API, newest first: who, what, with which outcome",
      ...tag,
    })
    .input(
      z.object({
        ...pageInput,
        actorId: text(64).optional(),
        subjectId: text(64).optional(),
        operation: text(80).optional(),
        outcome: z.enum(["done", "refused"]).optional(),
        from: instant.optional(),
        to: instant.optional(),
      }),
    )
    .output(pageOf(auditRow)),
  invite: staff("manage people")
    .route({ method: "POST", path: "/staff", summary: "Invite someone: they get a link by e-mail to choose a password", ...tag })
    .input(
      z.object({
        name: requiredText(120),
        email,
        roles: z.array(role).min(1).max(9),
        teamId: id.optional(),
        scope: scope.default("all"),
        locale: locale.default("fr"),
        skills: z.array(text(40)).max(30).default([]),
      }),
    )
    .output(ok),
  inviteAgain: staff("manage people")
    .route({ method: "POST", path: "/staff/{staffId}/invitation", summary: "Send the invitation again", ...tag })
    .input(z.object({ staffId: id }))
    .output(ok),
  requestPassword: open()
    .route({
      method: "POST",
      path: "/staff/password-requests",
      summary: "Ask for a link to choose a new password; the answer is the same whoever asks",
      ...tag,
    })
    .input(z.object({ email }))
    .output(z.object({ sent: z.literal(true) })),
};
