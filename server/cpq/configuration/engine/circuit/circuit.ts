/**
 * A compiled model: a decision graph in which every branch is a list of independent parts (deterministic decomposable negation
 * normal form, smooth). Node k has the branches branchesFrom[k] .. branchesFrom[k + 1]; branch b has the items
 * itemsFrom[b] .. itemsFrom[b + 1]. An item below 2 * variables is a literal, below 3 * variables a free variable, above that a
 * node. Parts come before what uses them; the root is the last node.
 */
export interface Circuit {
  variables: number;
  branchesFrom: Int32Array;
  itemsFrom: Int32Array;
  items: Int32Array;
  /** Per variable of the model's clauses: `fixedTrue`, `fixedFalse`, or the circuit literal it equals. */
  image: Int32Array;
  /** Of the clauses it was compiled from, so that it is never used with another model. */
  fingerprint: number;
  /** False when the model has no valid configuration; the circuit is then empty. */
  satisfiable: boolean;
}
