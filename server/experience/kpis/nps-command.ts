import { answersNeeded, compareNps, netPromoterScore, type NpsCounts } from "./engine/nps.ts";

interface Io {
  out(text: string): void;
  err(text: string): void;
}

const usage =
  "usage: throughline nps <promoters> <passives> <detractors> [--against <promoters> <passives> <detractors>] [--json]";
const rounded = (value: number, digits = 2) => Math.round(value * 10 ** digits) / 10 ** digits;

/** `throughline nps`: the score with its 95 % margin, and whether it differs from another. 0 ok, 2 wrong use. */
export const npsCommand = {
  name: "nps",
  summary: "Net Promoter Score of three counts, with its 95 % margin; or two, compared",
  usage,
  async run(args: string[], io: Io): Promise<number> {
    const given = args.filter((arg) => arg !== "--json");
    const at = given.indexOf("--against");
    const counts = countsOf(at < 0 ? given : given.slice(0, at));
    const others = at < 0 ? undefined : countsOf(given.slice(at + 1));
    if (!counts || others === null) {
      io.err(`Give three whole numbers${at < 0 ? "" : " on both sides of --against"}.\n${usage}`);
      return 2;
    }
    const found = scoreOf(counts);
    const other = others && scoreOf(others);
    if (!found || other === null) {
      io.err("Nobody answered: there is no score to compute.");
      return 2;
    }
    const told = others && compareNps(counts, others);
    const compared = told
      ? { difference: rounded(told.difference), z: rounded(told.z, 4), pValue: rounded(told.pValue, 6) }
      : null;
    if (args.includes("--json")) io.out(JSON.stringify(other ? { ...found, against: other, compared } : found));
    else io.out([page(found), ...(other ? [page(other), verdict(compared)] : [])].join("\n"));
    return 0;
  },
};

function countsOf(texts: readonly string[]): NpsCounts | null {
  const [promoters, passives, detractors] = texts.map((text) => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN));
  if (texts.length !== 3 || [promoters, passives, detractors].some((count) => Number.isNaN(count))) return null;
  return { promoters: promoters!, passives: passives!, detractors: detractors! };
}

function scoreOf(counts: NpsCounts) {
  const found = netPromoterScore(counts);
  return (
    found && {
      n: found.n,
      nps: rounded(found.score),
      standardError: rounded(found.standardError),
      margin: rounded(found.margin),
      low: rounded(found.low),
      high: rounded(found.high),
      answersForFivePoints: answersNeeded(5, { promoters: counts.promoters / found.n, detractors: counts.detractors / found.n }),
    }
  );
}

const page = (found: NonNullable<ReturnType<typeof scoreOf>>): string =>
  `NPS ${found.nps.toFixed(2)} ± ${found.margin.toFixed(2)} (95 %: ${found.low} to ${found.high}), n = ${found.n}`;

const verdict = (compared: { difference: number; z: number; pValue: number } | null): string =>
  compared
    ? `difference ${compared.difference.toFixed(2)}, z ${compared.z.toFixed(3)}, p ${compared.pValue}: ${compared.pValue < 0.05 ? "more than chance" : "chance may do this"}`
    : "neither group varies: no test can be made";
