/** The commands that read and write the record: import, export, report. They join a running installation or open it themselves. */
import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { leadsReport, pipelineReport } from "#analytics/reports/reports.ts";
import type { Config } from "#platform/config.ts";
import type { Context } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { Refusal } from "#platform/errors.ts";
import { toProblem } from "#platform/http/problem.ts";
import { exporterOf } from "#platform/exporters.ts";
import { prepareImport } from "#record/imports/prepare-import.ts";
import { runImport, tryImport } from "#record/imports/run-import.ts";
import { undoImport } from "#record/imports/undo-import.ts";
import { createLog } from "#platform/log.ts";
import { modules } from "../modules.ts";
import { openApp } from "../open-app.ts";
import { registerModules } from "../register.ts";
import { exportTo, exportUsage, readExportArgs } from "./export-command.ts";
import type { Command } from "./command.ts";

/** Opens the installation, runs one piece of work as the command line, and says refusals plainly (exit code 1). */
async function withApp(config: Config, work: (ctx: Context) => Promise<void>): Promise<number> {
  registerModules(modules);
  const opened = await openApp(config, { whenInUse: "join", log: createLog("silent") });
  const { app } = opened;
  try {
    await work({
      app,
      actor: { kind: "system", id: "command-line" },
      now: app.clock.now(),
      locale: "en",
      requestId: "command-line",
    });
    return 0;
  } catch (error) {
    const { code, path } = error as { code?: string; path?: string };
    if (code === "ENOENT" || code === "EISDIR" || code === "EACCES") {
      console.error(
        `Cannot open ${path ?? "the file named"}: ${code === "ENOENT" ? "there is no such file or folder" : code === "EISDIR" ? "it is a folder" : "permission denied"}.`,
      );
      return 2;
    }
    if (!(error instanceof Refusal)) throw error;
    console.error(toProblem(error, "en", "command-line").detail);
    return 1;
  } finally {
    await opened.close();
  }
}

const importUsage = `Use: throughline import <kind> <file.csv> [--mapping <file.json>] [--currency EUR] [--dates iso|day_month|month_day] [--dry-run] [--result <file.csv>] [--json]
     throughline import undo <import id>
Kinds: customers, contacts, products, opportunities, leads, won-leads. The mapping file: { "columns": { "field": "column" }, "replacements": { "product": { "GTXPro": "GTX Pro" } } }`;

const importCommand: Command = {
  name: "import",
  summary: "take a CSV file in (customers, contacts, products, opportunities, leads), or undo one",
  async run(args, config) {
    const { positionals, values } = readArgs(args);
    const [kind, path] = positionals;
    if (!kind || !path || values.help) {
      console.error(importUsage);
      return values.help ? 0 : 2;
    }
    return withApp(config(), async (ctx) => {
      if (kind === "undo") {
        const { removed } = await undoImport(ctx, { importId: path });
        console.log(values.json ? json({ removed }) : `${removed} records taken out again.`);
        return;
      }
      const mapping = values.mapping
        ? (JSON.parse(await readFile(values.mapping, "utf8")) as {
            columns?: Record<string, string>;
            replacements?: Record<string, Record<string, string>>;
          })
        : {};
      const prepared = await prepareImport(ctx, {
        kind,
        fileName: basename(path),
        bytes: await readFile(path),
        mapping: mapping.columns,
        options: {
          ...(values.currency && { currency: values.currency }),
          ...(values.dates && { dateFormat: values.dates as "iso" }),
          ...(mapping.replacements && { replacements: mapping.replacements }),
        },
      });
      const outcome = values["dry-run"] ? await tryImport(ctx, { importId: prepared.id }) : await runImport(ctx, prepared.id);
      if (values.result && !values["dry-run"])
        await writeFile(values.result, (await ctx.app.files.get(`imports/${prepared.id}/result.csv`))!);
      console.log(
        values.json
          ? json({ id: prepared.id, mapping: prepared.mapping, ...outcome })
          : told(prepared.id, values["dry-run"] ?? false, outcome),
      );
    });
  },
};

function readArgs(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    strict: false,
    options: {
      mapping: { type: "string" },
      currency: { type: "string" },
      dates: { type: "string" },
      result: { type: "string" },
      "dry-run": { type: "boolean" },
      json: { type: "boolean" },
      help: { type: "boolean" },
    },
  }) as {
    positionals: string[];
    values: {
      mapping?: string;
      currency?: string;
      dates?: string;
      result?: string;
      "dry-run"?: boolean;
      json?: boolean;
      help?: boolean;
    };
  };
}

const told = (
  id: string,
  dry: boolean,
  outcome: {
    rows: number;
    created: number;
    updated: number;
    unchanged: number;
    marked: number;
    errors: number;
    warnings: { field: string; value: string; rows: number; suggestion?: string }[];
  },
): string =>
  [
    `${dry ? "Dry run: nothing was kept. " : ""}${outcome.rows} rows: ${outcome.created} created, ${outcome.updated} updated, ${outcome.unchanged} unchanged, ${outcome.marked} kept but marked, ${outcome.errors} with errors.`,
    ...outcome.warnings.map(
      (warning) =>
        `  ${warning.field} "${warning.value}" is not known (${warning.rows} rows)${warning.suggestion ? `; did you mean "${warning.suggestion}"? Map it with "replacements".` : "."}`,
    ),
    dry ? "" : `Undo with: throughline import undo ${id}`,
  ].join("\n");

const exportCommand: Command = {
  name: "export",
  summary: "write customers, contacts, leads, opportunities, invoices or events to a file (CSV, JSON lines, XES, OCEL)",
  async run(args, config) {
    const asked = readExportArgs(
      args,
      modules.flatMap((module) => module.exporters ?? []),
    );
    if (asked === undefined || typeof asked === "string") {
      console.error(asked === undefined ? exportUsage : `${asked}\n${exportUsage}`);
      return asked === undefined ? 0 : 2;
    }
    return withApp(config(), async (ctx) => {
      const written = await exportTo(ctx, exporterOf(asked.what)!, asked);
      const { what, format, out: file } = asked;
      console.log(
        asked.json ? json({ what, format, file, ...written }) : `${written.rows} ${what} in ${file} (${written.bytes} bytes).`,
      );
    });
  },
};

const reportCommand: Command = {
  name: "report",
  summary: "a standing report: pipeline or leads",
  async run(args, config) {
    const [which] = args.filter((arg) => !arg.startsWith("--"));
    const report = which === "pipeline" ? pipelineReport : which === "leads" ? leadsReport : undefined;
    if (!report) {
      console.error("Use: throughline report pipeline|leads [--json]");
      return 2;
    }
    return withApp(config(), async (ctx) => {
      const result = await report(ctx);
      console.log(args.includes("--json") ? json(result) : JSON.stringify(JSON.parse(json(result)), null, 2));
    });
  },
};

export const dataCommands: readonly Command[] = [importCommand, exportCommand, reportCommand];
