/** Nodes under construction, in growing arrays. */
export interface CircuitBuilder {
  /** Adds a node of one or two branches and returns its number. */
  node(branches: readonly (readonly number[])[]): number;
  count(): number;
  /** Items so far. */
  size(): number;
  finish(): { branchesFrom: Int32Array; itemsFrom: Int32Array; items: Int32Array };
}

export function circuitBuilder(): CircuitBuilder {
  const branchesFrom = growing();
  const itemsFrom = growing();
  const items = growing();
  branchesFrom.push(0);
  itemsFrom.push(0);
  return {
    node(branches) {
      for (const branch of branches) {
        for (const item of branch) items.push(item);
        itemsFrom.push(items.length());
      }
      branchesFrom.push(itemsFrom.length() - 1);
      return branchesFrom.length() - 2;
    },
    count: () => branchesFrom.length() - 1,
    size: () => items.length(),
    finish: () => ({ branchesFrom: branchesFrom.finish(), itemsFrom: itemsFrom.finish(), items: items.finish() }),
  };
}

function growing(): { push(value: number): void; length(): number; finish(): Int32Array } {
  let store = new Int32Array(1 << 12);
  let length = 0;
  return {
    push(value) {
      if (length === store.length) {
        const wider = new Int32Array(2 * length);
        wider.set(store);
        store = wider;
      }
      store[length++] = value;
    },
    length: () => length,
    finish: () => store.slice(0, length),
  };
}
