/** Steps 27 and 28: she recommends, and the whole line is looked at. */
import { paul } from "../cast.ts";
import type { Person } from "../client.ts";
import type { Scene } from "../scene.ts";
import { comeBack } from "./service.ts";

/** 27. She refers a colleague; the referral becomes a lead. */
export async function refer(scene: Scene): Promise<void> {
  await scene.say(27, "Léa refers Paul, a colleague: he hears from us once, and is a lead with her name on it.");
  const portal = await comeBack(scene);
  await portal.post("/my/referrals", { name: `${paul.firstName} ${paul.lastName}`, email: paul.email, company: paul.company });
  await scene.settle();
  const manager = await scene.as("sales_manager");
  const { rows } = await manager.get("/leads", { search: paul.company });
  if (rows.length === 0) throw new Error("the referral should be a lead");
}

/** How many events a figure opens to, page by page. */
async function countEvents(person: Person, filter: Record<string, unknown>): Promise<number> {
  const query = Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) =>
      Array.isArray(value)
        ? value.map((each, at): [string, string] => [`${name}[${at}]`, String(each)])
        : [[name, String(value)] as [string, string]],
    ),
  );
  let count = 0;
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: { rows: unknown[]; nextCursor: string | null } = await person.get("/events", {
      ...query,
      limit: 100,
      ...(cursor && { cursor }),
    });
    count += page.rows.length;
    cursor = page.nextCursor;
  }
  return count;
}

/** 28. The journey map is drawn from these very events; a figure opens the events behind it. Answers with what each stage shows. */
export async function openTheMap(scene: Scene): Promise<{ stage: string; customers: number }[]> {
  await scene.say(
    28,
    "Sofia opens the journey map: every stage is drawn from what just happened, and each figure opens its events.",
  );
  const cx = await scene.as("cx_lead");
  const { rows } = await cx.get("/journeys");
  const map = await cx.get(`/journeys/${rows[0].slug}/map`);
  for (const stage of map.stages)
    for (const { type, count, filter } of stage.touchpoints) {
      const opened = await countEvents(cx, filter);
      if (opened !== count)
        throw new Error(`the map counts ${count} × ${type} in ${stage.key}, but ${opened} events open behind it`);
    }
  return map.stages.map(({ key, customers }: { key: string; customers: number }) => ({ stage: key, customers }));
}
