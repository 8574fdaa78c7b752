import type { FormulaGraph } from "./formula-graph.ts";

/** An independent part of the formula: its open variables and unsatisfied long clauses, both ascending. */
export interface Component {
  variables: Int32Array;
  clauses: Int32Array;
}

/** What remains of a component after an assignment. */
export interface Split {
  literals: number[];
  free: number[];
  parts: Component[];
}

/** Splits what is left of a component into independent parts: variables are together when an unsatisfied clause joins them. */
export function componentSplitter(graph: FormulaGraph): (component: Component, values: Int8Array) => Split {
  const { near, inside, long } = graph;
  const clauses = long.from.length - 1;
  const variablePart = new Int32Array(graph.variables);
  const variableStamp = new Int32Array(graph.variables);
  const clausePart = new Int32Array(clauses);
  const clauseStamp = new Int32Array(clauses);
  const queue = new Int32Array(graph.variables);
  let stamp = 0;

  /** Gathers everything joined to a variable; returns how many variables and clauses. */
  const gather = (start: number, part: number, values: Int8Array): [number, number] => {
    let end = 1;
    let clauseCount = 0;
    queue[0] = start;
    variableStamp[start] = stamp;
    for (let head = 0; head < end; head++) {
      const variable = queue[head]!;
      variablePart[variable] = part;
      for (let k = near.from[variable]!; k < near.from[variable + 1]!; k++) {
        const other = near.list[k]!;
        if (values[2 * other] !== 0 || variableStamp[other] === stamp) continue;
        variableStamp[other] = stamp;
        queue[end++] = other;
      }
      for (let k = inside.from[variable]!; k < inside.from[variable + 1]!; k++) {
        const clause = inside.list[k]!;
        if (clauseStamp[clause] === stamp) continue;
        clauseStamp[clause] = stamp;
        const last = long.from[clause + 1]!;
        let i = long.from[clause]!;
        while (i < last && values[long.list[i]!] !== 1) i++;
        if (i < last) {
          clausePart[clause] = -1;
          continue;
        }
        clausePart[clause] = part;
        clauseCount++;
        for (i = long.from[clause]!; i < last; i++) {
          const other = long.list[i]! >> 1;
          if (values[2 * other] !== 0 || variableStamp[other] === stamp) continue;
          variableStamp[other] = stamp;
          queue[end++] = other;
        }
      }
    }
    return [end, clauseCount];
  };

  return (component, values) => {
    stamp++;
    const literals: number[] = [];
    const free: number[] = [];
    const parts: Component[] = [];
    const own = component.variables;
    for (let i = 0; i < own.length; i++) {
      const start = own[i]!;
      if (values[2 * start] !== 0) {
        literals.push(values[2 * start] === 1 ? 2 * start : 2 * start + 1);
        continue;
      }
      if (variableStamp[start] === stamp) continue;
      const [count, clauseCount] = gather(start, parts.length, values);
      if (count > 1) parts.push({ variables: new Int32Array(count), clauses: new Int32Array(clauseCount) });
      else {
        free.push(start);
        variablePart[start] = -1;
      }
    }
    // Filled in the order of the whole, so that the parts come out ascending without sorting.
    const filled = new Int32Array(parts.length);
    for (let i = 0; i < own.length; i++) {
      const part = variablePart[own[i]!]!;
      if (values[2 * own[i]!] === 0 && part >= 0) parts[part]!.variables[filled[part]!++] = own[i]!;
    }
    filled.fill(0);
    for (let i = 0; i < component.clauses.length; i++) {
      const clause = component.clauses[i]!;
      if (clauseStamp[clause] !== stamp || clausePart[clause]! < 0) continue;
      const part = clausePart[clause]!;
      parts[part]!.clauses[filled[part]!++] = clause;
    }
    return { literals, free, parts };
  };
}
