export const files: Record<string, Record<string, string>> = import.meta.glob(
  ["./messages/*.fr.json", "!./messages/portal*.json"],
  {
    eager: true,
    import: "default",
  },
);
