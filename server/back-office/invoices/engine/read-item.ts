import { endless } from "#back-office/subscriptions/engine/local-time.ts";
import type { Phase } from "#back-office/subscriptions/engine/types.ts";
import { at, complain, decimalIn, listOf, needText, objectAt, type Place, textIn } from "#cpq/pricing/engine/read.ts";
import { spread } from "#cpq/pricing/engine/read-model.ts";
import { one } from "#platform/rational.ts";
import type { CaseItem, CasePrice, CaseVersion } from "./case.ts";
import { type CaseReading, cadenceIn, endIn, momentIn, needMoment } from "./read-fields.ts";

const itemFields = new Set(["id", "versions"]);
const versionFields = new Set("id from to lastDay knownFrom endKnownFrom price quantity discountPercent phases".split(" "));
const phaseFields = new Set(["name", "until", "for", "percentOff"]);

/** One subscription item with its versions. */
export function readItem(
  from: CaseReading,
  value: unknown,
  place: Place,
  prices: ReadonlyMap<string, CasePrice>,
): CaseItem | null {
  const fields = objectAt(from.reading, value, place, itemFields);
  if (!fields) return null;
  const id = needText(from.reading, fields, place, "id");
  if (id.includes("|")) complain(from.reading, at(place, "id"), 'must not contain "|", which separates the parts of a key');
  let count = 0;
  const versions = listOf(from.reading, fields, place, "versions", (entry, entryPlace) =>
    readVersion(from, entry, entryPlace, prices, String(++count)),
  );
  if (versions.length === 0) complain(from.reading, at(place, "versions"), "must have at least one version");
  const ids = new Set<string>();
  for (const version of versions) {
    if (ids.has(version.id)) complain(from.reading, at(place, "versions"), `has two versions with the id "${version.id}"`);
    ids.add(version.id);
  }
  return { id, versions };
}

function readVersion(
  from: CaseReading,
  value: unknown,
  place: Place,
  prices: ReadonlyMap<string, CasePrice>,
  number: string,
): CaseVersion | null {
  const { reading } = from;
  const fields = objectAt(reading, value, place, versionFields);
  if (!fields) return null;
  const begins = needMoment(from, fields, place, "from");
  const ends = endIn(from, fields, place);
  if (ends !== null && ends < begins) complain(reading, place, `ends (${ends}) before it begins (${begins})`);
  const priceId = needText(reading, fields, place, "price");
  if (!prices.has(priceId) && fields["price"] !== undefined) {
    complain(
      reading,
      at(place, "price"),
      `"${priceId}" is not among the prices: ${[...prices.keys()].join(", ") || "there are none"}`,
    );
  }
  const discount = textIn(reading, fields, place, "discountPercent") ?? "0";
  decimalIn(reading, fields, place, "discountPercent", "percent");
  return {
    id: textIn(reading, fields, place, "id") ?? number,
    from: begins,
    to: ends,
    knownFrom: momentIn(from, fields, place, "knownFrom") ?? begins,
    endKnownFrom: momentIn(from, fields, place, "endKnownFrom") ?? null,
    priceId,
    quantity: decimalIn(reading, fields, place, "quantity", "zero_or_more") ?? one,
    discountPercent: discount,
    phases: listOf(reading, fields, place, "phases", (entry, entryPlace) => readPhase(from, entry, entryPlace)),
  };
}

function readPhase(from: CaseReading, value: unknown, place: Place): Phase | null {
  const fields = objectAt(from.reading, value, place, phaseFields);
  if (!fields) return null;
  const name = needText(from.reading, fields, place, "name");
  const percentOff = needText(from.reading, fields, place, "percentOff");
  decimalIn(from.reading, fields, place, "percentOff", "percent");
  if (fields["until"] !== undefined && fields["for"] !== undefined)
    complain(from.reading, place, "must have until or for, not both");
  const until = momentIn(from, fields, place, "until");
  if (until === endless) complain(from.reading, at(place, "until"), "is too far away");
  return { name, percentOff, ...spread("until", until), ...spread("length", cadenceIn(from, fields, place, "for")) };
}
