/** The colour of each stage of the journey, the same on every screen. Unknown stages (an organisation's own) are grey. */
const colors: Record<string, string> = {
  discover: "violet",
  enquire: "indigo",
  choose: "cyan",
  receive: "orange",
  use: "teal",
  pay: "lime",
  stay: "blue",
  recommend: "pink",
};

export const stageColor = (stage: string | null | undefined): string => colors[stage ?? ""] ?? "gray";
