import { found } from "#platform/errors.ts";
import type { ProcessDefinition } from "./definition.ts";
import { dealToOrder, leadToCash, leadToDeal } from "./selling.ts";
import { askToAnswer, orderToCash } from "./serving.ts";

/** The processes that can be looked at, in the order a customer goes through them. */
export const processes: readonly ProcessDefinition[] = [leadToCash, leadToDeal, dealToOrder, orderToCash, askToAnswer];

const byKey = new Map(processes.map((process) => [process.key, process]));

/** The process of this name, or 404. */
export const findProcess = (key: string): ProcessDefinition => found(byKey.get(key), "process", key);
