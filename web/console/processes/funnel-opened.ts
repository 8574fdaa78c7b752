/** A bar of a funnel that is looked at: "reached:2", "left:2", of one group "reached:2:source:email". */
export interface OpenedBar {
  reached: number;
  left: boolean;
  where: string | undefined;
}

export function funnelOpened(open: string | undefined): OpenedBar | undefined {
  const found = /^(reached|left):(\d+)(?::(.+))?$/.exec(open ?? "");
  return found ? { reached: Number(found[2]), left: found[1] === "left", where: found[3] } : undefined;
}
