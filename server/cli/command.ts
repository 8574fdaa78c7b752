import type { Config } from "#platform/config.ts";

/** One command of the CLI. Returns the exit code: 0 done, 1 failed on the data, 2 wrong use. `config` is read only by those that need it. */
export interface Command {
  name: string;
  summary: string;
  /** The options it knows, where it does not read its own: others are wrong use, and --help shows them. */
  options?: readonly string[];
  run(args: string[], config: () => Config): Promise<number>;
}

/** What a pure engine's door needs of the outside world. */
export interface EngineIo {
  out(text: string): void;
  err(text: string): void;
  readFile(path: string): Promise<string>;
  readBytes(path: string): Promise<Uint8Array>;
  writeFile(path: string, data: Uint8Array | string): Promise<void>;
}

export interface EngineCommand {
  name: string;
  summary: string;
  usage: string;
  run(args: string[], io: EngineIo): Promise<number>;
}
