import { clvPage, explained } from "./clv-page.ts";
import { clvUsage, readClvOptions } from "./clv-options.ts";
import { clvReport } from "./clv-report.ts";
import { refuseData } from "./refuse-data.ts";

interface Io {
  out(text: string): void;
  err(text: string): void;
  readBytes(path: string): Promise<Uint8Array>;
}

/** `throughline clv`: what customers are worth, from their purchases or renewals. 0 done, 1 data that do not allow it, 2 wrong use. */
export const clvCommand = {
  name: "clv",
  summary: "what customers are worth: chance of being active, purchases to expect, value",
  usage: clvUsage,
  async run(args: string[], io: Io): Promise<number> {
    const options = readClvOptions(args);
    if (typeof options === "string") {
      io.err(`${options}\n${clvUsage}`);
      return 2;
    }
    try {
      const report = await clvReport(await io.readBytes(options.file), options);
      const explanation = options.explain === undefined ? undefined : explained(report, options.explain);
      if (options.json) io.out(JSON.stringify(explanation ? { ...report, explanation } : report));
      else io.out(explanation ? explanation.join("\n") : clvPage(report, options.top));
      return 0;
    } catch (error) {
      return refuseData(error, options, io);
    }
  },
};
