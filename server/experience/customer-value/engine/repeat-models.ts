import { activeBgBb, bgBb, ifActiveBgBb, newcomerBgBb } from "./bg-bb.ts";
import { activeBgNbd, bgNbd, ifActiveBgNbd, newcomerBgNbd } from "./bg-nbd.ts";
import { type Fit, fitModel, type Model } from "./fit-model.ts";
import { activeMbgNbd, ifActiveMbgNbd, mbgNbd, newcomerMbgNbd } from "./mbg-nbd.ts";
import { activeParetoNbd, ifActiveParetoNbd, newcomerParetoNbd, paretoNbd } from "./pareto-nbd.ts";
import { grouped, type RepeatPurchases } from "./repeat-purchases.ts";

type Seen = Omit<RepeatPurchases, "weight">;

/** A fitted model of repeat purchases, ready to be asked. Times are in the unit of the data. */
export interface RepeatModel {
  readonly fit: Fit<string>;
  /** Chance that a customer is active now. */
  active(customer: Seen): number;
  /** Purchases in the next t if they are. */
  ifActive(customer: Seen, t: number): number;
  /** Repeat purchases of a new customer in their first t. */
  newcomer(t: number): number;
}

const enough = 50;

interface Kind<Name extends string> {
  model: Model<Name, RepeatPurchases>;
  active(p: Record<Name, number>, customer: Seen): number;
  ifActive(p: Record<Name, number>, customer: Seen, t: number): number;
  newcomer(p: Record<Name, number>, t: number): number;
}

function fitKind<Name extends string>(kind: Kind<Name>, customers: readonly RepeatPurchases[]): RepeatModel {
  const size = customers.reduce((sum, { weight }) => sum + weight, 0);
  if (!customers.some(({ x, weight }) => x > 0 && weight > 0))
    throw new RangeError("nobody bought a second time: there is nothing to learn from");
  const found = fitModel(kind.model, grouped(customers), size);
  const few = size < enough ? [`${size} customers are few: take the figures as a rough guide`] : [];
  const fit = { ...found, warnings: [...few, ...found.warnings] };
  const p = fit.parameters;
  return {
    fit,
    active: (customer) => kind.active(p, customer),
    ifActive: (customer, t) => kind.ifActive(p, customer, t),
    newcomer: (t) => kind.newcomer(p, t),
  };
}

/** The models of repeat purchases by the name the command line gives them. */
export const repeatModels = {
  bgnbd: (customers: readonly RepeatPurchases[]) =>
    fitKind({ model: bgNbd, active: activeBgNbd, ifActive: ifActiveBgNbd, newcomer: newcomerBgNbd }, customers),
  mbgnbd: (customers: readonly RepeatPurchases[]) =>
    fitKind({ model: mbgNbd, active: activeMbgNbd, ifActive: ifActiveMbgNbd, newcomer: newcomerMbgNbd }, customers),
  paretonbd: (customers: readonly RepeatPurchases[]) =>
    fitKind({ model: paretoNbd, active: activeParetoNbd, ifActive: ifActiveParetoNbd, newcomer: newcomerParetoNbd }, customers),
  bgbb: (customers: readonly RepeatPurchases[]) =>
    fitKind({ model: bgBb, active: activeBgBb, ifActive: ifActiveBgBb, newcomer: newcomerBgBb }, customers),
} as const;

export type RepeatModelId = keyof typeof repeatModels;
