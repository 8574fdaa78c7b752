export const files: Record<string, Record<string, string>> = import.meta.glob(
  ["./messages/*.en.json", "!./messages/portal*.json"],
  {
    eager: true,
    import: "default",
  },
);
