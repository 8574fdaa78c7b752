import type { ClvReport } from "./clv-report.ts";
import { DataError } from "./engine/data-error.ts";

const short = (value: number | null | undefined, digits = 3): string =>
  value === null || value === undefined ? "-" : value.toFixed(digits);

/** The report for a terminal: the fit, what is expected, the customers worth most. */
export function clvPage(report: ClvReport, top: number): string {
  const lines = [
    `${report.model}, log-likelihood ${report.logLikelihood.toFixed(2)}${report.converged ? "" : " (not converged)"}`,
  ];
  for (const [name, value] of Object.entries(report.parameters))
    lines.push(
      `  ${name.padEnd(6)} ${value.toPrecision(6).padStart(12)}   ± ${report.standardErrors[name as never] === null ? "unknown" : Number(report.standardErrors[name as never]).toPrecision(3)}`,
    );
  if ("spending" in report && report.spending) {
    const { p, q, v } = report.spending.parameters as Record<string, number>;
    lines.push(`spending: gammagamma p ${short(p)}, q ${short(q)}, v ${short(v)} on ${report.spending.repeaters} customers`);
  }
  if ("newcomer" in report)
    lines.push(
      ...report.newcomer.map(
        ({ t, expected }) => `a new customer makes ${short(expected, 4)} repeat purchases in ${t} ${report.unit}s`,
      ),
    );
  if ("totals" in report)
    lines.push(
      `all: ${short(report.totals.alive, 1)} of ${report.n} active, ${short(report.totals.expected, 1)} purchases in ${report.horizon} ${report.unit}s, value ${short(report.totals.value, 2)}`,
    );
  if ("holdOut" in report && report.holdOut)
    lines.push(
      `held out to ${report.holdOut.to}: ${report.holdOut.actual} purchases, ${short(report.holdOut.predicted, 1)} predicted`,
    );
  const curves = "curve" in report ? [{ name: "", curve: report.curve }] : "cohorts" in report ? report.cohorts : [];
  for (const { name, curve } of curves)
    lines.push(
      name,
      ...curve.map(
        ({ t, survival, retention, counted }) =>
          `  ${String(t).padStart(3)}  survival ${short(survival)}  retention ${short(retention)}  counted ${short(counted)}`,
      ),
    );
  if (report.customers.length > 0 && top > 0) {
    lines.push("", "customer              active  expected     spend       value");
    const best = [...report.customers].sort((a, b) => (b.value ?? 0) - (a.value ?? 0)).slice(0, top);
    for (const each of best)
      lines.push(
        `${each.id.padEnd(20)} ${short("alive" in each ? each.alive : null).padStart(7)} ${short("expected" in each ? each.expected : null).padStart(9)} ${short(each.spend, 2).padStart(9)} ${short(each.value, 2).padStart(11)}`,
      );
  }
  return [...lines, ...report.warnings.map((warning) => `note: ${warning}`)].join("\n");
}

/** How one customer's value comes about, step by step. Throws DataError when there is no such customer. */
export function explained(report: ClvReport, id: string): string[] {
  const found = report.customers.find((each) => each.id === id);
  if (!found) throw new DataError(`there is no customer ${id} in the file`);
  const because = found.because;
  const lines = [`customer ${id}`];
  if ("tx" in because) {
    lines.push(
      `bought ${because.x} times more after the first, last at ${short(because.tx, 2)} of ${short(because.T, 2)} ${"unit" in report ? report.unit : "unit"}s seen`,
    );
    if ("alive" in found)
      lines.push(
        `active with a chance of ${short(found.alive, 4)}; if active, ${short(because.ifAlive, 4)} purchases in ${"horizon" in report ? report.horizon : ""}: expected ${short(found.expected, 4)}`,
      );
  }
  if ("nextRetention" in because && "expected" in found)
    lines.push(
      `after ${because.t} periods the next renewal has a chance of ${short(because.nextRetention, 4)}; renewals to expect: ${short(found.expected, 4)}`,
    );
  if ("ownWeight" in because && because.ownWeight !== null)
    lines.push(
      `a purchase: ${short(because.ownMean ?? 0, 2)} of their own counts ${short(because.ownWeight, 4)}, ${short(because.populationMean, 2)} of all counts ${short(1 - because.ownWeight, 4)}: ${short(found.spend, 2)}`,
    );
  if ("discounted" in because && found.value !== null)
    lines.push(
      `value: ${short(because.discounted, 4)} (after discounting) x ${short(found.spend, 2)} x margin = ${short(found.value, 2)}`,
    );
  return lines;
}
