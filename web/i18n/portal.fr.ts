export const files: Record<string, Record<string, string>> = import.meta.glob(
  ["./messages/common.fr.json", "./messages/events.fr.json", "./messages/portal*.fr.json"],
  { eager: true, import: "default" },
);
