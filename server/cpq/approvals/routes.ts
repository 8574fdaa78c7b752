import { bind } from "#platform/bind.ts";
import { approvalsContract } from "./contract.ts";
import { grantApproval, refuseApproval } from "./decide-approval.ts";
import { listApprovals } from "./queries.ts";

export const approvalsRoutes = bind(approvalsContract, { list: listApprovals, grant: grantApproval, refuse: refuseApproval });
