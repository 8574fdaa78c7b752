import { bind } from "#platform/bind.ts";
import { miningContract } from "./contract.ts";
import { mineEvents } from "./mine-events.ts";

export const miningRoutes = bind(miningContract, { process: mineEvents });
