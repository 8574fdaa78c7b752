import { ModelError } from "../model/model-error.ts";
import type { Circuit } from "./circuit.ts";

const magic = 0x54_4c_43_31;

/** A circuit as bytes, to be stored with the catalogue version and sent to browsers. Numbers are 32-bit little endian. */
export function packCircuit(circuit: Circuit): Uint8Array {
  const lists = [circuit.branchesFrom, circuit.itemsFrom, circuit.items, circuit.image];
  const words = 4 + lists.length + lists.reduce((sum, list) => sum + list.length, 0);
  const view = new DataView(new ArrayBuffer(4 * words));
  let at = 0;
  const put = (value: number): void => {
    view.setInt32(at, value, true);
    at += 4;
  };
  for (const value of [
    magic,
    circuit.variables,
    circuit.satisfiable ? 1 : 0,
    circuit.fingerprint,
    ...lists.map((list) => list.length),
  ])
    put(value);
  for (const list of lists) for (const value of list) put(value);
  return new Uint8Array(view.buffer);
}

/** The circuit in these bytes. Throws ModelError when they are not one, or not of the model with this fingerprint. */
export function unpackCircuit(bytes: Uint8Array, fingerprint: number): Circuit {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refuse = (why: string): ModelError => new ModelError("circuit.unreadable", `${why}: publish the model again`);
  if (bytes.byteLength < 32 || view.getInt32(0, true) !== magic) throw refuse("this is not a compiled model");
  const lengths = [16, 20, 24, 28].map((offset) => view.getInt32(offset, true));
  if (32 + 4 * lengths.reduce((a, b) => a + b, 0) !== bytes.byteLength) throw refuse("the compiled model is cut short");
  let at = 32;
  const [branchesFrom, itemsFrom, items, image] = lengths.map((length) => {
    const list = new Int32Array(length);
    for (let i = 0; i < length; i++, at += 4) list[i] = view.getInt32(at, true);
    return list;
  }) as [Int32Array, Int32Array, Int32Array, Int32Array];
  if (view.getInt32(12, true) !== fingerprint) throw refuse("this was compiled from another version of the model");
  return {
    variables: view.getInt32(4, true),
    satisfiable: view.getInt32(8, true) === 1,
    branchesFrom,
    itemsFrom,
    items,
    image,
    fingerprint,
  };
}
