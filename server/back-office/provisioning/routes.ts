import { bind } from "#platform/bind.ts";
import { provisioningContract } from "./contract.ts";
import { listServices, myServices } from "./queries.ts";

export const provisioningRoutes = bind(provisioningContract, { list: listServices, myServices });
