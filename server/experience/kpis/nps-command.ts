import { answersNeeded, netPromoterScore } from "./engine/nps.ts";

interface Io {
  out(text: string): void;
  err(text: string): void;
}

const usage = "usage: throughline nps <promoters> <passives> <detractors> [--json]";

/** `throughline nps`: the score with its 95 % margin. 0 ok, 2 wrong use. */
export const npsCommand = {
  name: "nps",
  summary: "Net Promoter Score of three counts, with its 95 % margin",
  usage,
  async run(args: string[], io: Io): Promise<number> {
    const counts = args.filter((arg) => arg !== "--json");
    const [promoters, passives, detractors] = counts.map((text) => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN));
    if (counts.length !== 3 || [promoters, passives, detractors].some((count) => Number.isNaN(count))) {
      io.err(`Give three whole numbers.\n${usage}`);
      return 2;
    }
    const found = netPromoterScore({ promoters: promoters!, passives: passives!, detractors: detractors! });
    if (!found) {
      io.err("Nobody answered: there is no score to compute.");
      return 2;
    }
    const rounded = (value: number) => Math.round(value * 100) / 100;
    const result = {
      n: found.n,
      nps: rounded(found.score),
      standardError: rounded(found.standardError),
      margin: rounded(found.margin),
      low: rounded(found.low),
      high: rounded(found.high),
      answersForFivePoints: answersNeeded(5, { promoters: promoters! / found.n, detractors: detractors! / found.n }),
    };
    io.out(
      args.includes("--json")
        ? JSON.stringify(result)
        : `NPS ${result.nps.toFixed(2)} ± ${result.margin.toFixed(2)} (95 %: ${result.low} to ${result.high}), n = ${result.n}`,
    );
    return 0;
  },
};
