/** How a deal may move. Won and lost are ends; a lost deal may be opened again, a won one not. */
export type StageKind = "open" | "won" | "lost";

const moves: Record<StageKind, readonly StageKind[]> = {
  open: ["open", "won", "lost"],
  won: [],
  lost: ["open"],
};

export const canMove = (from: StageKind, to: StageKind): boolean => moves[from].includes(to);

/** Whole days between two instants, as the engage-to-close figure counts them. */
export const wholeDays = (from: Date, to: Date): number => Math.round((to.getTime() - from.getTime()) / 86_400_000);
