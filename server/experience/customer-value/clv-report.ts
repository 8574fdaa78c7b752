/** What `throughline clv` works out of a file: pure but for reading the cells. */
import type { ClvOptions } from "./clv-options.ts";
import { DataError } from "./engine/data-error.ts";
import { findColumn, nameOf } from "./engine/find-columns.ts";
import type { Fit } from "./engine/fit-model.ts";
import { curveOf, fitCohort, fitRenewals, valueContracts } from "./engine/fit-renewals.ts";
import { fitSpending } from "./engine/fit-spending.ts";
import { compareHoldOut } from "./engine/hold-out.ts";
import { type Cells, readCells } from "./engine/read-cells.ts";
import { isContracts, readCohorts, readContracts } from "./engine/read-cohorts.ts";
import { isoDay } from "./engine/read-dates.ts";
import { figuresOf } from "./engine/read-figures.ts";
import { type Customer, hasDays, isSummary, readPurchases, readSummary, withSummaryNames } from "./engine/read-purchases.ts";
import { renewalsOf } from "./engine/shifted-beta-geometric.ts";
import { customersAt, daysIn, historiesOf, type History, occasionsAt, type TimeUnit } from "./engine/summarise-purchases.ts";
import { type Terms, valueCustomers } from "./engine/value-customers.ts";

const aYear: Readonly<Record<TimeUnit, number>> = { day: 365, week: 52, month: 12, year: 1 };
const told = (fit: Fit<string>) => ({
  parameters: fit.parameters,
  standardErrors: fit.standardErrors,
  logLikelihood: fit.logLikelihood,
  converged: fit.converged,
});

/** The report as it is printed with --json. Throws DataError or RangeError where the data do not allow it. */
export async function clvReport(bytes: Uint8Array, options: ClvOptions) {
  const found = await readCells(bytes);
  const cells = hasDays(found, options) ? found : withSummaryNames(found);
  if (cells.rows.length === 0) throw new DataError("the file has a heading but no data");
  const hasPurchases = isSummary(cells, options.columns) || hasDays(cells, options);
  const model = options.model ?? (hasPurchases ? "bgnbd" : "sbg");
  if (model === "sbg") return isContracts(cells, options) ? contractsReport(cells, options) : cohortsReport(cells, options);
  const warnings: string[] = [];
  if (model === "gammagamma" && !hasPurchases) return spendingReport(spendersOf(cells, options), warnings);
  const seen = see(cells, options, model === "bgbb", warnings);
  if (model === "gammagamma") return spendingReport(seen.customers, warnings);
  return purchasesReport(model, seen, options, warnings);
}

interface Seen {
  readonly customers: readonly Customer[];
  readonly unit: TimeUnit;
  readonly histories: readonly History[] | null;
  readonly until: number | null;
}

function see(cells: Cells, options: ClvOptions, occasions: boolean, warnings: string[]): Seen {
  if (isSummary(cells, options.columns))
    return {
      customers: readSummary(cells, options),
      unit: options.unit ?? (occasions ? "year" : "week"),
      histories: null,
      until: null,
    };
  const histories = historiesOf(readPurchases(cells, options, (text) => warnings.push(text)));
  const until = options.until ?? histories.reduce((last, { days }) => Math.max(last, days.at(-1)!), -Infinity);
  const unit = options.unit ?? (occasions ? "month" : "week");
  return { customers: (occasions ? occasionsAt : customersAt)(histories, until, unit), unit, histories, until };
}

function purchasesReport(model: "bgnbd" | "mbgnbd" | "paretonbd" | "bgbb", seen: Seen, options: ClvOptions, warnings: string[]) {
  const { customers, unit, histories, until } = seen;
  const times = options.horizons ?? [aYear[unit]];
  if (model === "bgbb" && times.some((t) => !Number.isInteger(t)))
    throw new RangeError("bgbb looks ahead a whole number of occasions");
  const terms: Terms = {
    horizon: times[0]!,
    discountPerUnit: (1 + options.discount) ** (daysIn[unit] / daysIn.year) - 1,
    margin: options.margin,
  };
  const valued = valueCustomers(customers, model, terms);
  const { fit } = valued.model;
  const last = histories?.reduce((most, { days }) => Math.max(most, days.at(-1)!), -Infinity) ?? null;
  const heldOut = histories && until !== null && last! > until && model !== "bgbb";
  const length = heldOut ? (last! - until) / daysIn[unit] : 0;
  const weighted = (value: (at: number) => number) => customers.reduce((sum, { weight }, i) => sum + weight * value(i), 0);
  return {
    model: model as string,
    unit: unit as string,
    ...(until !== null && { until: isoDay(until) }),
    ...told(fit),
    n: weighted(() => 1),
    horizon: terms.horizon,
    newcomer: times.map((t) => ({ t, expected: valued.model.newcomer(t) })),
    spending: valued.spending && {
      model: "gammagamma",
      ...told(valued.spending.fit),
      repeaters: valued.spending.repeaters,
      correlation: valued.spending.correlation,
    },
    totals: {
      alive: weighted((i) => valued.customers[i]!.alive),
      expected: weighted((i) => valued.customers[i]!.expected),
      value: valued.spending ? weighted((i) => valued.customers[i]!.value ?? 0) : null,
    },
    ...(heldOut && {
      holdOut: compareHoldOut(histories, valueCustomersAhead(valued.model, customers, length), until, isoDay(last!), length),
    }),
    warnings: [...warnings, ...fit.warnings, ...(valued.spending?.fit.warnings ?? [])],
    customers: valued.customers.map((each, i) =>
      times.length === 1
        ? each
        : {
            ...each,
            expectedAt: Object.fromEntries(times.map((t) => [String(t), each.alive * valued.model.ifActive(customers[i]!, t)])),
          },
    ),
  };
}

const valueCustomersAhead = (model: ReturnType<typeof valueCustomers>["model"], customers: readonly Customer[], length: number) =>
  customers.map((each) => {
    const [alive, ifAlive] = [model.active(each), model.ifActive(each, length)];
    const because = {
      x: each.x,
      tx: each.tx,
      T: each.T,
      ifAlive,
      ownMean: null,
      ownWeight: null,
      populationMean: null,
      discounted: 0,
    };
    return { id: each.id, alive, expected: alive * ifAlive, spend: null, value: null, because };
  });

function spendersOf(cells: Cells, { columns }: ClvOptions): Customer[] {
  const x = findColumn(cells, "x", columns);
  const mean = findColumn(cells, "mean", columns, [x]);
  if (x < 0 || mean < 0) throw new DataError("gammagamma needs a column of purchases (--x) and one of mean amounts (--mean)");
  const id = findColumn(cells, "id", columns, [x, mean]);
  const [counts, means] = [x, mean].map((at) => figuresOf(cells.rows, at, nameOf(cells, at), 0));
  return cells.rows.map((row, i) => ({
    id: (id < 0 ? "" : row.cells[id]!) || String(i + 1),
    x: counts![i]!,
    tx: 0,
    T: 0,
    mean: means![i]!,
    weight: 1,
  }));
}

function spendingReport(customers: readonly Customer[], warnings: string[]) {
  const model = fitSpending(customers);
  if (!model)
    throw new DataError("fewer than ten customers have repeat purchases with an amount: there is nothing to fit gammagamma to");
  return {
    model: "gammagamma",
    ...told(model.fit),
    n: model.repeaters,
    correlation: model.correlation,
    warnings: [...warnings, ...model.fit.warnings],
    customers: customers.map((each) => {
      const found = model.of(each);
      const because = {
        x: each.x,
        ownMean: each.x > 0 ? each.mean : null,
        ownWeight: found?.ownWeight ?? null,
        populationMean: found?.population ?? null,
      };
      return { id: each.id, spend: found?.spend ?? null, value: found?.spend ?? null, because };
    }),
  };
}

function contractsReport(cells: Cells, options: ClvOptions) {
  const unit = options.unit ?? "month";
  const horizon = Math.round(options.horizons?.[0] ?? aYear[unit]);
  const contracts = readContracts(cells, options);
  const { fit, customers } = valueContracts(contracts, {
    horizon,
    discountPerUnit: (1 + options.discount) ** (daysIn[unit] / daysIn.year) - 1,
    margin: options.margin,
  });
  return { model: "sbg", unit, ...told(fit), n: contracts.length, horizon, warnings: fit.warnings, customers };
}

function cohortsReport(cells: Cells, options: ClvOptions) {
  const cohorts = readCohorts(cells);
  const together =
    cohorts.length === 1 ? fitCohort(cohorts[0]!) : fitRenewals(cohorts.flatMap(({ counts }) => renewalsOf(counts)));
  const ahead = Math.round(options.horizons?.[0] ?? 5);
  const one = cohorts.map((each) => {
    const fit = fitCohort(each);
    return { name: each.name, ...told(fit), curve: curveOf(fit, each, ahead) };
  });
  return {
    model: "sbg",
    ...told(together),
    horizon: ahead,
    warnings: together.warnings,
    ...(cohorts.length === 1 ? { curve: one[0]!.curve } : { cohorts: one }),
    customers: [],
  };
}

export type ClvReport = Awaited<ReturnType<typeof clvReport>>;
