/** Data that cannot be worked with, with the place: a line of the file (the first is 1) and a column, where there is one. */
export class DataError extends Error {
  readonly line: number | null;
  readonly column: string | null;
  constructor(message: string, place: { line?: number | undefined; column?: string | undefined } = {}) {
    super(`${place.line === undefined ? "" : `line ${place.line}: `}${message}`);
    this.name = "DataError";
    this.line = place.line ?? null;
    this.column = place.column ?? null;
  }
}
