export interface HitRate {
  /** Share of the hidden articles among the ten recommended first. */
  hitRate10: number;
  /** Mean of 1 / rank of the hidden article; 0 where it cannot be recommended. */
  mrr: number;
}

/** The place of an article among the recommended, from 1; articles of the basket do not count; of equal scores the one bought more comes first. */
export function rankOf(scores: Float64Array, target: number, had: readonly number[], popularity: Float64Array): number {
  const score = scores[target]!;
  const ahead = (place: number) =>
    scores[place]! > score ||
    (scores[place] === score &&
      place !== target &&
      (popularity[place]! > popularity[target]! || (popularity[place] === popularity[target] && place < target)));
  let rank = 1;
  for (let place = 0; place < scores.length; place += 1) if (ahead(place)) rank += 1;
  for (const place of had) if (ahead(place)) rank -= 1;
  return rank;
}

/** Adds ranks up; 0 for an article that cannot be recommended. */
export class Ranks {
  #tested = 0;
  #hits = 0;
  #reciprocals = 0;

  add(rank: number): void {
    this.#tested += 1;
    if (rank >= 1 && rank <= 10) this.#hits += 1;
    if (rank >= 1) this.#reciprocals += 1 / rank;
  }

  rates(): HitRate {
    const of = Math.max(1, this.#tested);
    return { hitRate10: round(this.#hits / of), mrr: round(this.#reciprocals / of) };
  }
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
