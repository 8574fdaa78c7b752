/** Starts Throughline: configuration, database, modules, web server, worker; stops them in reverse on Ctrl-C. */
import type { FastifyInstance } from "fastify";
import type { Config } from "#platform/config.ts";
import { ConfigError } from "#platform/config-error.ts";
import type { App } from "#platform/context.ts";
import { oidcAuthOf, redirectUriOf } from "#record/staff/oidc/oidc-auth.ts";
import { demoPassword, staff } from "#test/story/cast.ts";
import { seedDemo } from "#test/story/seed.ts";
import { buildWeb } from "../scripts/build-web.ts";
import { buildHttpServer } from "./http-server.ts";
import { modules } from "./modules.ts";
import { openApp } from "./open-app.ts";
import { registerModules } from "./register.ts";
import { startWorker, type Worker } from "./worker.ts";

export type ProcessRole = "all" | "web" | "worker";

/** Runs until stopped. Resolves once everything listens; the process ends through signals. */
export async function main(config: Config, role: ProcessRole = "all", { json = false } = {}): Promise<void> {
  registerModules(modules);
  const [opened] = await Promise.all([openApp(config, { modules }), role === "worker" ? undefined : buildWeb({})]);
  const { app, connection, where } = opened;
  const seeded = config.demo && (await seedDemo(app, modules));
  const worker: Worker | undefined = role === "web" ? undefined : await startWorker(app, modules, connection);
  const server: FastifyInstance | undefined = role === "worker" ? undefined : await buildHttpServer(app, modules, connection);
  if (server) await listen(server, config);

  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= (async () => {
      await server?.close();
      await worker?.stop();
      await opened.close();
      process.exit(0);
    })();
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  stopWithParent(stop);
  // from the start of the process: loading the program is part of the wait
  const run = { ms: Math.round(performance.now()), where, seeded, role };
  if (role !== "worker") void warnOfProvider(app);
  if (json) console.log(JSON.stringify({ ...run, ...(role !== "worker" && { url: config.publicUrl }) }));
  else announce(config, run);
}

/** A provider that cannot be used is said at the start, not only to the first person who tries. Passwords work meanwhile. */
async function warnOfProvider(app: App): Promise<void> {
  if (app.config.oidc) await oidcAuthOf(app).catch(() => undefined); // it logs why
}

async function listen(server: FastifyInstance, config: Config): Promise<void> {
  try {
    await server.listen({ port: config.port, host: config.host });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "EADDRINUSE")
      throw new ConfigError(
        `The setting PORT is not usable: something already listens on ${config.host}:${config.port}. Set PORT to a free one.`,
      );
    throw error;
  }
}

/** npm runs us below a shell: when npm is stopped that shell dies, not we. Notice that the parent is gone. */
function stopWithParent(stop: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500).unref();
}

function announce(config: Config, run: { ms: number; where: string; seeded: boolean; role: ProcessRole }): void {
  const lines = [`Throughline is ready (${run.role}) after ${Math.round(run.ms)} ms, on ${run.where}.`];
  if (run.role !== "worker") {
    lines.push(
      "",
      `  Console   ${config.publicUrl}/`,
      `  Portal    ${config.publicUrl}/portal`,
      `  API       ${config.publicUrl}/api/reference`,
    );
    if (config.oidc) lines.push(`  Sign-on   through ${config.oidc.issuer}; register ${redirectUriOf(config.publicUrl)} there`);
    if (config.demo) {
      lines.push("", `  Demo sign-ins (password for all: ${demoPassword}):`);
      for (const [name, person] of Object.entries(staff)) lines.push(`    ${name.padEnd(14)} ${person.email}`);
      lines.push("", "  Watch a customer live the whole line:  npm run story");
    }
    lines.push("", "  Ctrl-C stops it.");
  }
  console.log(lines.join("\n"));
}
