/** Placeholder shape until the compiler lands. */
export interface Circuit {
  nodes: number;
}
