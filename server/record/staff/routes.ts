import { bind } from "#platform/bind.ts";
import { createApiKey, listApiKeys, revokeApiKey } from "./api-keys.ts";
import { changeMe, changeStaff } from "./change-staff.ts";
import { staffContract } from "./contract.ts";
import { createTeam } from "./create-team.ts";
import { deactivateStaff, reactivateStaff } from "./deactivate-staff.ts";
import { listDemoAccounts } from "./demo-accounts.ts";
import { inviteStaff, inviteStaffAgain } from "./invite-staff.ts";
import { listAudit } from "./list-audit.ts";
import { listStaff } from "./list-staff.ts";
import { listPermissions, listTeams, showMe, signInOptions } from "./queries.ts";
import { requestPassword } from "./request-password.ts";
import { setPassword } from "./set-password.ts";

export const staffRoutes = bind(staffContract, {
  me: showMe,
  changeMe,
  demoAccounts: listDemoAccounts,
  signInOptions,
  list: listStaff,
  listTeams,
  createTeam,
  invite: inviteStaff,
  inviteAgain: inviteStaffAgain,
  requestPassword,
  change: changeStaff,
  deactivate: deactivateStaff,
  reactivate: reactivateStaff,
  setPassword,
  permissions: listPermissions,
  createApiKey,
  listApiKeys,
  revokeApiKey,
  listAudit,
});
