/** Every built-in function of FEEL (DMN 10.3.4), by name. */
import type { FeelFunction } from "../values/value.ts";
import { contextFunctions } from "./contexts.ts";
import { conversionFunctions } from "./conversions.ts";
import { listFunctions } from "./lists.ts";
import { logicFunctions } from "./logic.ts";
import { numberFunctions } from "./numbers.ts";
import { rangeFunctions } from "./ranges.ts";
import { statisticFunctions } from "./statistics.ts";
import { stringFunctions } from "./strings.ts";
import { temporalFunctions } from "./temporals.ts";

export const builtins: ReadonlyMap<string, FeelFunction> = new Map([
  ...conversionFunctions,
  ...logicFunctions,
  ...stringFunctions,
  ...listFunctions,
  ...statisticFunctions,
  ...numberFunctions,
  ...temporalFunctions,
  ...rangeFunctions,
  ...contextFunctions,
]);
