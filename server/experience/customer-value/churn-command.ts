import { churnUsage, readChurnOptions } from "./churn-options.ts";
import { type ChurnReport, churnReport } from "./churn-report.ts";
import { DataError } from "./engine/data-error.ts";
import { refuseData } from "./refuse-data.ts";

interface Io {
  out(text: string): void;
  err(text: string): void;
  readBytes(path: string): Promise<Uint8Array>;
}

/** `throughline churn`: who may leave, and why. 0 done, 1 data that do not allow it, 2 wrong use. */
export const churnCommand = {
  name: "churn",
  summary: "who may leave, how surely, and why (logistic model, judged on customers held back)",
  usage: churnUsage,
  async run(args: string[], io: Io): Promise<number> {
    const options = readChurnOptions(args);
    if (typeof options === "string") {
      io.err(`${options}\n${churnUsage}`);
      return 2;
    }
    try {
      const test = options.test === undefined ? null : await io.readBytes(options.test);
      const report = await churnReport(await io.readBytes(options.file), test, options);
      const one = options.explain === undefined ? undefined : report.customers.find(({ id }) => id === options.explain);
      if (options.explain !== undefined && !one) throw new DataError(`there is no customer ${options.explain} in the file`);
      if (options.json) io.out(JSON.stringify(one ? { ...report, customers: [one] } : report));
      else io.out(one ? lineOf(one) : page(report, options.top));
      return 0;
    } catch (error) {
      return refuseData(error, options, io);
    }
  },
};

const percent = (share: number | null): string => (share === null ? "-" : `${(share * 100).toFixed(1)} %`);

const lineOf = ({ id, probability, reasons }: ChurnReport["customers"][number]): string =>
  `${id.padEnd(16)} ${percent(probability).padStart(7)}  ${reasons
    .slice(0, 3)
    .map(({ column, value, times }) => `${column} ${value || "missing"} (x ${times.toFixed(2)})`)
    .join(", ")}`;

function page(report: ChurnReport, top: number): string {
  const { evaluation: seen } = report;
  return [
    `${report.left} of ${report.n} customers left (${percent(report.share)}); ${report.target} = ${report.yes}`,
    `judged on ${seen.from}: AUC ${seen.auc.toFixed(3)} (${seen.aucLow.toFixed(3)} to ${seen.aucHigh.toFixed(3)}), Brier ${seen.brier.toFixed(4)} (average alone ${seen.brierOfAverage.toFixed(4)})`,
    `calibration: slope ${seen.calibrationSlope.toFixed(2)}, intercept ${seen.calibrationIntercept.toFixed(2)}, mean gap ${percent(seen.calibrationError)}; top tenth leaves ${percent(seen.topTenth.share)}, ${seen.topTenth.lift.toFixed(2)} times the average`,
    "",
    "   said    seen       n",
    ...seen.bins.map(
      ({ said, seen: happened, n }) => `${percent(said).padStart(7)} ${percent(happened).padStart(7)} ${String(n).padStart(7)}`,
    ),
    "",
    "what matters most (spread of log-odds; factor on the odds)",
    ...report.drivers.slice(0, 12).map(
      ({ column, weight, at }) =>
        `${weight.toFixed(3)}  ${column}: ${at
          .slice(0, 4)
          .map(({ value, times }) => `${value} x ${times.toFixed(2)}`)
          .join(", ")}`,
    ),
    "",
    ...[...report.customers]
      .filter(({ left }) => !left)
      .sort((a, b) => b.probability - a.probability)
      .slice(0, top)
      .map(lineOf),
    ...report.leftOut.map(({ column, why }) => `not used: ${column} (${why})`),
    ...report.warnings.map((warning) => `note: ${warning}`),
  ].join("\n");
}
