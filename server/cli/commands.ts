import { mineCommand } from "#analytics/mining/mine-command.ts";
import { einvoiceCommand } from "#back-office/invoices/einvoice-command.ts";
import { rateCommand } from "#back-office/invoices/rate-command.ts";
import { modelCommand } from "#cpq/configuration/model-command.ts";
import { priceCommand } from "#cpq/pricing/price-command.ts";
import { churnCommand } from "#experience/customer-value/churn-command.ts";
import { recommendCommand } from "#cpq/recommendations/recommend-command.ts";
import { clvCommand } from "#experience/customer-value/clv-command.ts";
import { rulesCommand } from "#cpq/rules/rules-command.ts";
import { feedbackCommand } from "#experience/feedback/feedback-command.ts";
import { npsCommand } from "#experience/kpis/nps-command.ts";
import { migrate } from "#platform/migrate.ts";
import { seedDemo } from "#test/story/seed.ts";
import { main } from "../main.ts";
import { modules } from "../modules.ts";
import { openApp } from "../open-app.ts";
import { registerModules } from "../register.ts";
import type { Command } from "./command.ts";
import { dataCommands } from "./data-commands.ts";
import { engineDoor } from "./engine-door.ts";
import { storyCommand } from "./story-command.ts";

const start: Command = {
  name: "start",
  summary: "start everything: console, portal, API and worker",
  options: ["--role web|worker|all", "--json"],
  async run(args, config) {
    const at = args.indexOf("--role");
    const role = at >= 0 ? args[at + 1] : "all";
    if (role !== "all" && role !== "web" && role !== "worker") {
      console.error("Use: throughline start [--role web|worker|all]");
      return 2;
    }
    await main(config(), role, { json: args.includes("--json") });
    return 0;
  },
};

const worker: Command = {
  name: "worker",
  summary: "start a worker only: reactions, timed jobs, projections",
  options: ["--json"],
  run: async (args, config) => main(config(), "worker", { json: args.includes("--json") }).then(() => 0),
};

const migrateCommand: Command = {
  name: "migrate",
  summary: "bring the database to the newest shape",
  options: ["--json"],
  async run(args, config) {
    const opened = await openApp(config(), { whenInUse: "join" });
    const { applied } = await migrate(opened.connection);
    console.log(args.includes("--json") ? JSON.stringify({ applied }) : "The database has the newest shape.");
    await opened.close();
    return 0;
  },
};

const seed: Command = {
  name: "seed",
  summary: "make the demo organisation in an empty database",
  options: ["--json"],
  async run(args, config) {
    registerModules(modules);
    const opened = await openApp(config(), { whenInUse: "join" });
    const made = await seedDemo(opened.app, modules);
    console.log(
      args.includes("--json")
        ? JSON.stringify({ made })
        : made
          ? "The demo organisation is there."
          : "There is an organisation already; nothing was changed.",
    );
    await opened.close();
    return 0;
  },
};

/** In the order --help shows them. */
export const commands: readonly Command[] = [
  start,
  worker,
  migrateCommand,
  seed,
  storyCommand,
  ...dataCommands,
  engineDoor(modelCommand),
  engineDoor(priceCommand),
  engineDoor(rulesCommand),
  engineDoor(rateCommand),
  engineDoor(einvoiceCommand),
  engineDoor(mineCommand),
  engineDoor(npsCommand),
  engineDoor(clvCommand),
  engineDoor(feedbackCommand),
  engineDoor(churnCommand),
  engineDoor(recommendCommand),
];
