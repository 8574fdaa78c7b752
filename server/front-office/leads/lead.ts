/** How a lead may move. */
export type LeadStatus =
  | "new"
  | "nurturing"
  | "handed_over"
  | "working"
  | "qualified"
  | "converted"
  | "disqualified"
  | "recycled";

const moves: Record<LeadStatus, readonly LeadStatus[]> = {
  new: ["nurturing", "handed_over", "disqualified"],
  nurturing: ["handed_over", "disqualified"],
  recycled: ["nurturing", "handed_over", "disqualified"],
  handed_over: ["working", "qualified", "disqualified", "recycled"],
  working: ["qualified", "disqualified", "recycled"],
  qualified: ["converted", "disqualified", "recycled"],
  converted: [],
  disqualified: [],
};
export const canMove = (from: string, to: LeadStatus): boolean => moves[from as LeadStatus]?.includes(to) ?? false;
/** With marketing: scored, nurtured, not yet anybody's. */
export const withMarketing: readonly LeadStatus[] = ["new", "nurturing", "recycled"];
