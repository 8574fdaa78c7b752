import { readFile, writeFile } from "node:fs/promises";
import type { Command, EngineCommand, EngineIo } from "./command.ts";

const io: EngineIo = {
  out: (text) => process.stdout.write(text.endsWith("\n") ? text : `${text}\n`),
  err: (text) => process.stderr.write(text.endsWith("\n") ? text : `${text}\n`),
  readFile: (path) => readFile(path, "utf8"),
  readBytes: (path) => readFile(path),
  writeFile: (path, data) => writeFile(path, data),
};

/** Opens an engine to the command line: files in, one JSON object or a table out, no database. */
export const engineDoor = (engine: EngineCommand): Command => ({
  name: engine.name,
  summary: engine.summary,
  async run(args) {
    if (args.includes("--help")) {
      io.out(engine.usage);
      return 0;
    }
    try {
      return await engine.run(args, io);
    } catch (error) {
      const { code, path } = error as { code?: string; path?: string };
      if (code === "ENOENT" || code === "EISDIR" || code === "EACCES") {
        io.err(
          `Cannot open ${path ?? "the file named"}: ${code === "ENOENT" ? "there is no such file or folder" : code === "EISDIR" ? "it is a folder" : "permission denied"}.`,
        );
        return 2;
      }
      throw error;
    }
  },
});
