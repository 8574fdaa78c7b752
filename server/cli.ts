/** throughline <command>: a thin door onto commands and engines. Wrong use prints what to do and exits 2. */
import { readConfig } from "#platform/config.ts";
import { ConfigError } from "#platform/config-error.ts";
import { commands } from "./cli/commands.ts";

const [name, ...args] = process.argv.slice(2);
const command = commands.find((candidate) => candidate.name === name);
if (!command) {
  const asksForHelp = name === "--help" || name === "help";
  if (!asksForHelp) console.error(name ? `There is no command "${name}".` : "Which command?");
  (asksForHelp ? console.log : console.error)(
    `\nUse: npm run throughline -- <command> [options]\n\n${commands.map((each) => `  ${each.name.padEnd(11)} ${each.summary}`).join("\n")}\n\nEach takes --json for one JSON object on standard output, and --help.`,
  );
  process.exit(asksForHelp ? 0 : 2);
}
const usage = `Use: npm run throughline -- ${command.name}${(command.options ?? []).map((option) => ` [${option}]`).join("")}\n\n  ${command.summary}`;
if (command.options && args.includes("--help")) {
  console.log(usage);
  process.exit(0);
}
const unknown =
  command.options &&
  args.find((each) => each.startsWith("-") && !command.options!.some((option) => option.split(" ")[0] === each));
if (unknown) {
  console.error(`${command.name} has no option ${unknown}.\n${usage}`);
  process.exit(2);
}
try {
  process.exitCode = await command.run(args, () => readConfig());
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(2);
}
