import { parseArgs } from "node:util";
import { z } from "zod";
import { readCsv } from "#platform/csv/read-csv.ts";
import { csvRefusals } from "#platform/csv/refusals.ts";
import { Refusal } from "#platform/errors.ts";
import { classify } from "./engine/classify.ts";
import { emergingPhrases } from "./engine/emerging.ts";
import { judge } from "./engine/judge-tone.ts";
import { detectLanguage, type Language } from "./engine/language.ts";
import { standardThemes } from "./engine/standard-themes.ts";
import { type TaggedText, trainThemeTagger } from "./engine/theme-tagger.ts";
import type { Theme } from "./engine/themes.ts";
import { readToneModel, sentiments, type ToneModel, writeToneModel } from "./engine/tone-model.ts";
import { type ScoredText, trainTone } from "./engine/train-tone.ts";
import { standardToneModel } from "./tone-weights.ts";

interface Io {
  out(text: string): void;
  err(text: string): void;
  readFile(path: string): Promise<string>;
  readBytes(path: string): Promise<Uint8Array>;
  writeFile(path: string, data: Uint8Array | string): Promise<void>;
}

const usage = `usage: throughline feedback classify <file.csv> [--text <column>] [--weights <file>] [--themes <taxonomy.json>] [--learn <tagged.csv> --theme <column>] [--json]
       throughline feedback emerging <now.csv> <before.csv> [--text <column>] [--top 20] [--json]
       throughline feedback train <scored.csv> --label <column> --out <weights> [--text <column>] [--weights <file>] [--json]

classify  language, sentiment, confidence and themes of each row
emerging  what is said now more than before
train     weights of your own from comments people scored (negative, neutral, positive), beginning with those that come with Throughline
Definitions: docs/engines/text.md.`;

/** What the file or the way it is asked about is wrong in; said to the person. */
class InputError extends Error {}

/** `throughline feedback`: texts understood. 0 done, 1 a file that cannot be read, 2 wrong use. */
export const feedbackCommand = {
  name: "feedback",
  summary: "understand what people wrote: language, tone, themes, and what is new",
  usage,
  async run(args: string[], io: Io): Promise<number> {
    const asked = readArgs(args);
    if (typeof asked === "string") {
      io.err(`${asked}\n${usage}`);
      return 2;
    }
    try {
      const result = await verbs[asked.verb](asked, io);
      io.out(asked.json ? JSON.stringify(result.data) : result.page);
      return 0;
    } catch (error) {
      const message = told(error);
      if (asked.json) io.out(JSON.stringify({ error: { message } }));
      else io.err(message);
      return 1;
    }
  },
};

type Asked = Exclude<ReturnType<typeof readArgs>, string>;
interface Answer {
  data: unknown;
  page: string;
}

const verbs = {
  async classify(asked: Asked, io: Io): Promise<Answer> {
    const { rows } = await textsOf(asked.files[0]!, asked.text, io);
    const reading = {
      model: await modelOf(asked.weights, io),
      taxonomy: await taxonomyOf(asked.themes, io),
      tagger: await taggerOf(asked, io),
    };
    const found = rows.map(({ line, text }) => ({ line, ...classify(text, reading) }));
    return {
      data: { rows: found },
      page: found
        .map(
          (row, index) =>
            `${row.language} ${row.sentiment.padEnd(8)} ${row.confidence.toFixed(2)}  ${row.themes.join(",").padEnd(24)}  ${rows[index]!.text.replace(/\s+/g, " ").slice(0, 80)}`,
        )
        .join("\n"),
    };
  },
  async emerging(asked: Asked, io: Io): Promise<Answer> {
    const [now, before] = [await textsOf(asked.files[0]!, asked.text, io), await textsOf(asked.files[1]!, asked.text, io)];
    const texts = (set: typeof now) => set.rows.map(({ text }) => text);
    const phrases = emergingPhrases(texts(now), texts(before), { top: asked.top });
    return {
      data: { now: now.rows.length, before: before.rows.length, phrases },
      page: phrases
        .map(
          (each) => `${String(each.now).padStart(5)} (${each.before} before)  x ${each.rise.toFixed(1).padEnd(6)} ${each.phrase}`,
        )
        .join("\n"),
    };
  },
  async train(asked: Asked, io: Io): Promise<Answer> {
    const { rows } = await textsOf(asked.files[0]!, asked.text, io, asked.label);
    const model = await modelOf(asked.weights, io);
    const judged: Record<Language, ScoredText[]> = { en: [], fr: [] };
    for (const { line, text, other } of rows) {
      const sentiment = sentiments.find((each) => each === other.toLowerCase());
      if (!sentiment) throw new InputError(`Line ${line}: "${other}" is no tone; write negative, neutral or positive.`);
      const language = detectLanguage(text);
      if (language === "en" || language === "fr") judged[language].push({ text, sentiment });
    }
    const report = (["en", "fr"] as const).map((language) => {
      const texts = judged[language];
      if (texts.length < 10) return { language, texts: texts.length, trained: false as const };
      const kept = texts.filter((_, index) => index % 5 === 0);
      const tried = trainTone(
        texts.filter((_, index) => index % 5 !== 0),
        language,
        {},
        model[language],
      );
      const [before, after] = [judge(model[language], language, kept), judge(tried, language, kept)];
      return {
        language,
        texts: texts.length,
        trained: true as const,
        keptBack: kept.length,
        accuracyBefore: before.accuracy,
        accuracyAfter: after.accuracy,
      };
    });
    const trained = { ...model };
    for (const { language, trained: is } of report)
      if (is) trained[language] = trainTone(judged[language], language, {}, model[language]);
    await io.writeFile(asked.out!, writeToneModel(trained));
    return {
      data: { out: asked.out, languages: report },
      page: report
        .map((each) =>
          each.trained
            ? `${each.language}: ${each.texts} texts; right on a fifth kept back: ${(each.accuracyBefore * 100).toFixed(1)} % before, ${(each.accuracyAfter * 100).toFixed(1)} % after.`
            : `${each.language}: ${each.texts} texts are too few (10); unchanged.`,
        )
        .join("\n"),
    };
  },
};

const usualColumns = [
  "text",
  "comment",
  "comments",
  "review",
  "sentence",
  "message",
  "feedback",
  "verbatim",
  "commentaire",
  "texte",
  "avis",
];

async function textsOf(path: string, column: string | undefined, io: Io, otherColumn?: string) {
  const file = await readCsv(await io.readBytes(path), { maxBytes: 1_000_000_000, maxRows: 5_000_000 });
  const indexOf = (name: string) => {
    const at = file.columns.indexOf(name);
    if (at < 0) throw new InputError(`${path}: there is no column "${name}". There are: ${file.columns.join(", ")}.`);
    return at;
  };
  const guessed =
    file.columns.find((name) => usualColumns.includes(name.toLowerCase())) ??
    (file.columns.length === 1 ? file.columns[0] : undefined);
  const named = column ?? guessed;
  if (named === undefined)
    throw new InputError(`${path}: which column holds the texts? Name it with --text. There are: ${file.columns.join(", ")}.`);
  const [textAt, otherAt] = [indexOf(named), otherColumn === undefined ? -1 : indexOf(otherColumn)];
  const rows: { line: number; text: string; other: string }[] = [];
  for await (const { line, cells } of file.rows)
    rows.push({ line, text: cells[textAt]!, other: otherAt < 0 ? "" : cells[otherAt]! });
  return { rows };
}

const modelOf = async (weights: string | undefined, io: Io): Promise<ToneModel> => {
  if (weights === undefined) return standardToneModel();
  const bytes = await io.readBytes(weights);
  try {
    return readToneModel(bytes);
  } catch {
    throw new InputError(`${weights} holds no weights of tone; make them with "throughline feedback train".`);
  }
};

const stems = z.array(z.string());
const taxonomyShape = z.array(z.object({ key: z.string(), words: z.object({ en: stems, fr: stems }) }));

async function taxonomyOf(path: string | undefined, io: Io): Promise<readonly Theme[]> {
  if (path === undefined) return standardThemes;
  let json: unknown;
  try {
    json = JSON.parse(await io.readFile(path));
  } catch (error) {
    if (error instanceof SyntaxError) throw new InputError(`${path}: ${error.message}`);
    throw error;
  }
  const read = taxonomyShape.safeParse(json);
  if (!read.success)
    throw new InputError(`${path}: ${read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ")}`);
  return read.data;
}

async function taggerOf(asked: Asked, io: Io) {
  if (asked.learn === undefined) return undefined;
  const { rows } = await textsOf(asked.learn, asked.text, io, asked.theme ?? "theme");
  const texts = rows.flatMap(({ text, other }): TaggedText[] => {
    const language = detectLanguage(text);
    const themes = other
      .split(/[|;]/)
      .map((each) => each.trim())
      .filter(Boolean);
    return language === "en" || language === "fr" ? [{ text, language, themes }] : [];
  });
  return trainThemeTagger(texts);
}

function told(error: unknown): string {
  if (error instanceof InputError) return error.message;
  if (!(error instanceof Refusal)) throw error;
  return (csvRefusals[error.code]?.en ?? error.code).replace(/\{(\w+)\}/g, (_, name: string) => String(error.params[name]));
}

function readArgs(args: string[]) {
  const [verb, ...rest] = args;
  if (verb !== "classify" && verb !== "emerging" && verb !== "train")
    return verb ? `There is no "feedback ${verb}".` : "Say what to do.";
  try {
    const text = { type: "string" } as const;
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: {
        text,
        label: text,
        out: text,
        weights: text,
        themes: text,
        learn: text,
        theme: text,
        top: { type: "string", default: "20" },
        json: { type: "boolean", default: false },
      },
    });
    const files = verb === "emerging" ? 2 : 1;
    if (positionals.length !== files) return files === 2 ? "Name two files: now, and before." : "Name one file.";
    const top = Number(values.top);
    if (!Number.isInteger(top) || top < 1) return "--top is a whole number above 0.";
    if (verb === "train" && (!values.label || !values.out)) return "Training needs --label and --out.";
    return { ...values, verb, files: positionals, top } as const;
  } catch (error) {
    return (error as Error).message;
  }
}
