/** A log (or a question about it) that cannot be read: what is wrong and on which line of the (unpacked) file, the first being 1; null where a file has no lines. */
export class LogError extends Error {
  readonly line: number | null;
  constructor(line: number | null, cause: string) {
    super(line === null ? cause : `line ${line}: ${cause}`);
    this.name = "LogError";
    this.line = line;
  }
}
