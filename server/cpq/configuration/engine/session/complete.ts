import type { Completion, Prices, Value } from "../types.ts";
import { type Literal, negated } from "../encoding/cnf.ts";
import type { EncodedModel } from "../encoding/encode-model.ts";
import { ModelError } from "../model/model-error.ts";
import type { SessionBasis } from "./basis.ts";
import { cheapestModel } from "../circuit/cheapest-model.ts";
import type { Circuit } from "../circuit/circuit.ts";
import { fixedTrue } from "../circuit/simplify.ts";
import { chosenIn, imageOf } from "../circuit/translate.ts";
import { type Costs, cheapestBySearch } from "./cheapest-by-search.ts";

/** The cheapest valid configuration with these choices; at equal price the one with fewest features. Null when there is none. */
export function cheapest(basis: SessionBasis, prices: Prices): Completion | null {
  const { encoded } = basis.prepared;
  const priced = pricedLiterals(encoded, prices);
  // One feature more weighs less than any difference in price.
  const unit = BigInt(encoded.literals.length + 1);
  const costs = new Map<Literal, bigint>();
  const charge = (literal: Literal, cost: bigint): void => {
    if (cost > 0n) costs.set(literal, (costs.get(literal) ?? 0n) + cost);
    else if (cost < 0n) costs.set(negated(literal), (costs.get(negated(literal)) ?? 0n) - cost);
  };
  const weights = new Map<Literal, bigint>();
  for (const literal of encoded.literals) weights.set(literal, (weights.get(literal) ?? 0n) + 1n);
  for (const [literal, price] of priced) weights.set(literal, (weights.get(literal) ?? 0n) + price * unit);
  for (const [literal, weight] of weights) charge(literal, weight);
  const assignment = basis.circuit
    ? cheapestInCircuit(basis.circuit, encoded, basis.literals(), costs)
    : cheapestBySearch(basis.prepared, basis.literals(), costs);
  if (!assignment) return null;
  let total = 0n;
  for (const [literal, price] of priced) if (isTrue(assignment, literal)) total += price;
  const selection = selectionOf(encoded, assignment);
  const chosen = new Set(basis.choices.map((choice) => choice.feature));
  return { selection, total, added: Object.keys(selection).filter((id) => !chosen.has(id)) };
}

/** The same by the circuit: costs of literals that always agree are paid together. */
function cheapestInCircuit(
  circuit: Circuit,
  encoded: EncodedModel,
  assumptions: readonly Literal[],
  costs: Costs,
): Uint8Array | null {
  const chosen = chosenIn(circuit, assumptions);
  const cost = Array.from({ length: 2 * circuit.variables }, () => 0n);
  for (const [literal, amount] of costs) {
    const image = imageOf(circuit, literal);
    if (image >= 0) cost[image] = cost[image]! + amount;
  }
  const model = chosen && cheapestModel(circuit, chosen, cost);
  if (!model) return null;
  return Uint8Array.from({ length: encoded.cnf.variables }, (_, variable) => {
    const image = imageOf(circuit, 2 * variable);
    return image >= 0 ? model[image >> 1]! ^ (image & 1) : image === fixedTrue ? 1 : 0;
  });
}

/** Every selected feature of a complete assignment, with its value. */
export function selectionOf(encoded: EncodedModel, assignment: Uint8Array): Record<string, Value> {
  const selection: Record<string, Value> = {};
  for (const feature of encoded.model.features) {
    if (!isTrue(assignment, encoded.literals[feature.index]!)) continue;
    const option = encoded.values.get(feature.index)?.options.find((candidate) => isTrue(assignment, candidate.literal));
    selection[feature.id] = option ? option.value : true;
  }
  return selection;
}

const isTrue = (assignment: Uint8Array, literal: Literal): boolean => assignment[literal >> 1] === ((literal & 1) ^ 1);

function pricedLiterals(encoded: EncodedModel, prices: Prices): [Literal, bigint][] {
  const priced: [Literal, bigint][] = [];
  for (const [key, price] of Object.entries(prices)) {
    const index = encoded.model.indexOf.get(key);
    if (index !== undefined) {
      const feature = encoded.model.features[index]!;
      const selected = encoded.literals[index]!;
      if (!feature.quantity) priced.push([selected, price]);
      else for (const option of encoded.values.get(index)!.options) priced.push([option.literal, price * BigInt(option.value)]);
      continue;
    }
    const split = key.lastIndexOf("=");
    const owner = encoded.model.indexOf.get(key.slice(0, split));
    const option =
      owner === undefined
        ? undefined
        : encoded.values.get(owner)?.options.find((candidate) => String(candidate.value) === key.slice(split + 1));
    if (!option) throw new ModelError("price.unknown_feature", `there is no feature or value "${key}" to price`, { path: key });
    priced.push([option.literal, price]);
  }
  return priced;
}
