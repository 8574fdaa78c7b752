/** The rules of a conversation: who owes whom an answer, and how long a business day is. Pure. */
export const kinds = ["question", "case", "complaint"] as const;
export const priorities = ["low", "normal", "high", "urgent"] as const;
export const statuses = ["open", "waiting", "snoozed", "resolved", "merged"] as const;
export type Kind = (typeof kinds)[number];
export type Priority = (typeof priorities)[number];
export type Status = (typeof statuses)[number];
export type ConversationChannel = "chat" | "email" | "phone" | "console";

const moves: Record<Status, readonly Status[]> = {
  open: ["waiting", "snoozed", "resolved", "merged"],
  waiting: ["open", "snoozed", "resolved", "merged"],
  snoozed: ["open", "waiting", "resolved", "merged"],
  resolved: ["open", "merged"],
  merged: [],
};

export const canMove = (from: string, to: Status): boolean => moves[from as Status]?.includes(to) ?? false;
export const allowedMoves = (from: string): readonly Status[] => moves[from as Status] ?? [];

/** The length of an average open day: "two business days" is twice this much open time. */
export function businessDayMs(week: Readonly<Partial<Record<number, readonly { from: string; to: string }[]>>>): number {
  const days = Object.values(week).filter((ranges) => ranges && ranges.length > 0);
  const minutes = days.flatMap((ranges) => ranges ?? []).reduce((sum, { from, to }) => sum + minuteOf(to) - minuteOf(from), 0);
  return days.length === 0 ? 0 : Math.round((minutes / days.length) * 60_000);
}
const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** The first words of a message, for timelines and lists. */
export const previewOf = (body: string): string => {
  const line = body.replace(/\s+/g, " ").trim();
  return line.length > 140 ? `${line.slice(0, 139)}…` : line;
};

/** "RE: Re : Fwd: Ma facture" is about "Ma facture". */
export const matterOf = (subject: string): string =>
  subject
    .replace(/^(\s*(re|r[ée]p|fw|fwd|tr|ref)\s*:)+/i, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);
