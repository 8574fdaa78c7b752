/** The given clauses as flat arrays, and for every literal the clauses it is in. */
export interface ClauseIndex {
  /** Clause c has the literals text[textFrom[c]] .. text[textFrom[c + 1]]. */
  textFrom: Int32Array;
  text: Int32Array;
  /** Literal l is in the clauses uses[usesFrom[l]] .. uses[usesFrom[l + 1]]. */
  usesFrom: Int32Array;
  uses: Int32Array;
}

export function indexClauses(variables: number, clauses: readonly (readonly number[])[]): ClauseIndex {
  const textFrom = new Int32Array(clauses.length + 1);
  const usesFrom = new Int32Array(2 * variables + 1);
  clauses.forEach((clause, c) => {
    textFrom[c + 1] = textFrom[c]! + clause.length;
    for (const literal of clause) usesFrom[literal + 1] = usesFrom[literal + 1]! + 1;
  });
  for (let literal = 0; literal < 2 * variables; literal++) usesFrom[literal + 1] = usesFrom[literal + 1]! + usesFrom[literal]!;
  const text = new Int32Array(textFrom[clauses.length]!);
  const uses = new Int32Array(text.length);
  const next = usesFrom.slice();
  clauses.forEach((clause, c) => {
    clause.forEach((literal, k) => {
      text[textFrom[c]! + k] = literal;
      uses[next[literal]!] = c;
      next[literal] = next[literal]! + 1;
    });
  });
  return { textFrom, text, usesFrom, uses };
}
