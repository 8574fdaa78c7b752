/** A text as numbers: places among the weights, and how much of each. The first `length` entries count. */
export interface Features {
  length: number;
  at: Int32Array;
  value: Float64Array;
  /** Whether any word or face spoke, and how many words there were. */
  speaks: boolean;
  words: number;
}

/** The first places are kept for what is measured (tone of the words, signs); word and letter runs share the rest by hash. */
export const measuredPlaces = 64;
const most = 8_192;

export const emptyFeatures = (): Features => ({
  length: 0,
  speaks: false,
  words: 0,
  at: new Int32Array(most),
  value: new Float64Array(most),
});

/** Adds a place; what is beyond the limit of a text is left out. */
export function put(into: Features, at: number, value: number): void {
  if (into.length >= most) return;
  into.at[into.length] = at;
  into.value[into.length] = value;
  into.length += 1;
}
