import { DataError } from "./engine/data-error.ts";

/** Says what is wrong with a file and where, as JSON too when asked; anything but a fault of the data is thrown on. Exit code 1. */
export function refuseData(
  error: unknown,
  { file, json }: { file: string; json: boolean },
  io: { out(text: string): void; err(text: string): void },
): 1 {
  if (!(error instanceof DataError || error instanceof RangeError)) throw error;
  const place = error instanceof DataError ? { line: error.line, column: error.column } : { line: null, column: null };
  if (json) io.out(JSON.stringify({ error: { message: error.message, ...place } }));
  io.err(`${file}: ${error.message}`);
  return 1;
}
