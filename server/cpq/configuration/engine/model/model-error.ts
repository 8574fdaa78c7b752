/** A place in a model: a line and column of a file, or a path such as `rules[3].expression`. */
export interface Place {
  line?: number;
  column?: number;
  path?: string;
}

/** A model or choice that cannot be accepted. The message says what to do; the place says where. */
export class ModelError extends Error {
  readonly code: string;
  readonly place: Place;

  constructor(code: string, message: string, place: Place = {}) {
    super(placed(message, place));
    this.name = "ModelError";
    this.code = code;
    this.place = place;
  }
}

function placed(message: string, place: Place): string {
  if (place.line !== undefined) return `line ${place.line}, column ${place.column ?? 1}: ${message}`;
  return place.path === undefined ? message : `${place.path}: ${message}`;
}
