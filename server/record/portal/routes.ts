import { bind } from "#platform/bind.ts";
import { changeMe } from "./change-me.ts";
import { confirmCode } from "./confirm-code.ts";
import { portalContract } from "./contract.ts";
import { openLink } from "./open-link.ts";
import { showMe } from "./queries.ts";
import { requestCode } from "./request-code.ts";
import { signOut } from "./sign-out.ts";

export const portalRoutes = bind(portalContract, { openLink, requestCode, confirmCode, me: showMe, changeMe, signOut });
