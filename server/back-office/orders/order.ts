/** How an order may move. */
export type OrderStatus = "placed" | "planned" | "in_progress" | "completed" | "cancelled";

const moves: Record<OrderStatus, readonly OrderStatus[]> = {
  placed: ["planned", "in_progress", "cancelled"],
  planned: ["in_progress", "completed", "cancelled"],
  in_progress: ["completed", "cancelled"],
  completed: [],
  cancelled: [],
};
export const canMove = (from: OrderStatus, to: OrderStatus): boolean => moves[from].includes(to);

/** An item may still change or be cancelled: nothing of it has left. This is its point of no return. */
export const isOpen = (itemStatus: string): boolean => itemStatus === "open";

/** Days customers have to send a product back after delivery (consumer law: 14; ours covers companies too). */
export const returnDays = 14;
