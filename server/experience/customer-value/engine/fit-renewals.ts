import type { Cohort, Contract } from "./read-cohorts.ts";
import { renewalsOfContracts } from "./read-cohorts.ts";
import { type Fit, fitModel } from "./fit-model.ts";
import {
  renewalsAhead,
  type Renewals,
  renewalsOf,
  retentionSbg,
  shiftedBetaGeometric,
  type ShiftedBetaGeometric,
  survivalSbg,
} from "./shifted-beta-geometric.ts";
import type { Terms } from "./value-customers.ts";

export type RenewalFit = Fit<keyof ShiftedBetaGeometric>;

/** Fits the shifted beta-geometric to renewals. Throws RangeError where nobody left or nobody was kept. */
export function fitRenewals(rows: readonly Renewals[]): RenewalFit {
  const size = rows.reduce((sum, row) => sum + row.weight, 0);
  if (!rows.some((row) => row.left)) throw new RangeError("nobody left: there is no churn to learn from");
  return fitModel(shiftedBetaGeometric, rows, size);
}

export const fitCohort = (cohort: Cohort): RenewalFit => fitRenewals(renewalsOf(cohort.counts));

/** Survival and retention by the model beside what was counted, and as many renewals ahead again. */
export function curveOf(fit: RenewalFit, cohort: Cohort, ahead: number) {
  const { counts } = cohort;
  return Array.from({ length: counts.length + ahead }, (_, t) => ({
    t,
    survival: survivalSbg(fit.parameters, t),
    retention: t === 0 ? null : retentionSbg(fit.parameters, t),
    counted: t < counts.length ? counts[t]! / counts[0]! : null,
  }));
}

export interface ContractValue {
  readonly id: string;
  /** 1 while the contract runs, 0 after. */
  readonly alive: number;
  /** Renewals to expect within the horizon. */
  readonly expected: number;
  readonly spend: number | null;
  readonly value: number | null;
  readonly because: { readonly t: number; readonly nextRetention: number; readonly lasting: number; readonly discounted: number };
}

/** Values running contracts by the renewals to expect: the longer a customer has stayed, the surer the next. */
export function valueContracts(contracts: readonly Contract[], terms: Terms): { fit: RenewalFit; customers: ContractValue[] } {
  const fit = fitRenewals(renewalsOfContracts(contracts));
  return { fit, customers: contracts.map((contract) => valueContract(fit.parameters, contract, terms)) };
}

export function valueContract(
  p: ShiftedBetaGeometric,
  { id, t, left, fee }: Contract,
  { horizon, discountPerUnit, margin }: Terms,
): ContractValue {
  const expected = left ? 0 : renewalsAhead(p, t, horizon);
  const discounted = left ? 0 : discountPerUnit === 0 ? expected : renewalsAhead(p, t, horizon, discountPerUnit);
  return {
    id,
    alive: left ? 0 : 1,
    expected,
    spend: fee,
    value: fee === null ? null : margin * fee * discounted,
    because: { t, nextRetention: left ? 0 : retentionSbg(p, t + 1), lasting: horizon === 0 ? 0 : expected / horizon, discounted },
  };
}
