export const files: Record<string, Record<string, string>> = import.meta.glob(
  ["./messages/common.en.json", "./messages/events.en.json", "./messages/portal*.en.json"],
  { eager: true, import: "default" },
);
