import { modules } from "#server/modules.ts";

/** Where a file lives: a module's id, "platform", "events", or "entrance" for the files directly in server/. */
export type Room = string;

export const moduleIds: readonly string[] = modules.map((module) => module.id);

/** The room of a file of server/; undefined for a file elsewhere. */
export function roomOf(path: string): Room | undefined {
  const [top, floor, room, ...rest] = path.split("/");
  if (top !== "server" || floor === undefined) return undefined;
  if (room === undefined || floor === "cli" || floor === "http") return "entrance";
  if (floor === "platform" || floor === "events") return floor;
  return rest.length === 0 ? `${floor} (outside any module)` : `${floor}/${room}`;
}

/** Platform first, then events, then the modules as a customer meets them: imports may only point to a smaller number. */
export function rank(room: Room): number {
  if (room === "platform") return -2;
  if (room === "events") return -1;
  return room === "entrance" ? Number.POSITIVE_INFINITY : moduleIds.indexOf(room);
}
