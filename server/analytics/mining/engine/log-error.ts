/** A log that cannot be read: what is wrong and on which line of the (unpacked) file, the first being 1. */
export class LogError extends Error {
  readonly line: number;
  constructor(line: number, cause: string) {
    super(`line ${line}: ${cause}`);
    this.name = "LogError";
    this.line = line;
  }
}
