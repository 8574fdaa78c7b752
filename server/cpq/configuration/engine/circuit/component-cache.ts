/** Remembers the node of each residual formula, keyed exactly by its open variables and unsatisfied clauses. */
export interface ComponentCache {
  /** The node of this residual formula, or -1; `hash` is then kept for `store`. */
  find(variables: Int32Array, clauses: Int32Array): number;
  store(variables: Int32Array, clauses: Int32Array, node: number): void;
  hits(): number;
}

/** Beyond `limit` numbers of keys nothing more is stored. */
export function componentCache(limit: number): ComponentCache {
  let table = new Int32Array(1 << 16).fill(-1);
  let keys = new Int32Array(1 << 18);
  let used = 0;
  let entries = 0;
  let hits = 0;
  // An entry in `keys`: node, hash, variable count, clause count, variables, clauses.
  const hashOf = (variables: Int32Array, clauses: Int32Array): number => {
    let h = variables.length * 0x9e3779b1;
    for (let i = 0; i < variables.length; i++) h = Math.imul(h ^ variables[i]!, 0x85ebca6b) ^ (h >>> 15);
    h = Math.imul(h ^ clauses.length, 0xc2b2ae35);
    for (let i = 0; i < clauses.length; i++) h = Math.imul(h ^ clauses[i]!, 0x27d4eb2f) ^ (h >>> 13);
    return h ^ (h >>> 16);
  };
  const equal = (at: number, variables: Int32Array, clauses: Int32Array): boolean => {
    if (keys[at + 2] !== variables.length || keys[at + 3] !== clauses.length) return false;
    let from = at + 4;
    for (let i = 0; i < variables.length; i++) if (keys[from++] !== variables[i]) return false;
    for (let i = 0; i < clauses.length; i++) if (keys[from++] !== clauses[i]) return false;
    return true;
  };
  const widen = (): void => {
    const old = table;
    table = new Int32Array(2 * old.length).fill(-1);
    const mask = table.length - 1;
    for (const at of old) {
      if (at < 0) continue;
      let slot = keys[at + 1]! & mask;
      while (table[slot]! >= 0) slot = (slot + 1) & mask;
      table[slot] = at;
    }
  };
  return {
    find(variables, clauses) {
      const hash = hashOf(variables, clauses);
      const mask = table.length - 1;
      for (let slot = hash & mask; table[slot]! >= 0; slot = (slot + 1) & mask) {
        const at = table[slot]!;
        if (keys[at + 1] === hash && equal(at, variables, clauses)) {
          hits++;
          return keys[at]!;
        }
      }
      return -1;
    },
    store(variables, clauses, node) {
      const need = 4 + variables.length + clauses.length;
      if (used + need > limit) return;
      if (used + need > keys.length) {
        const wider = new Int32Array(Math.min(limit, Math.max(2 * keys.length, used + need)));
        wider.set(keys);
        keys = wider;
      }
      if (++entries * 2 > table.length) widen();
      const hash = hashOf(variables, clauses);
      const at = used;
      keys[at] = node;
      keys[at + 1] = hash;
      keys[at + 2] = variables.length;
      keys[at + 3] = clauses.length;
      keys.set(variables, at + 4);
      keys.set(clauses, at + 4 + variables.length);
      used += need;
      const mask = table.length - 1;
      let slot = hash & mask;
      while (table[slot]! >= 0) slot = (slot + 1) & mask;
      table[slot] = at;
    },
    hits: () => hits,
  };
}
