/** The input cannot be rated. `place` names where: "items[0].versions[1].to". The message says what to do about it. */
export class RatingRefusal extends Error {
  readonly place: string;
  constructor(place: string, message: string) {
    super(`${place}: ${message}`);
    this.name = "RatingRefusal";
    this.place = place;
  }
}
