/** Plays the story against a server that runs: only its public API, at a pace people can watch. */
import { setTimeout as pause } from "node:timers/promises";
import { demoPassword, staff } from "./cast.ts";
import { type Person, personAt } from "./client.ts";
import { openScene, type Scene } from "./scene.ts";

interface Status {
  now: string;
  waitingJobs: number;
  loops: { lastFinishedAt: string | null }[];
  projections: { behind: number }[];
}
const patienceMs = 60_000;

/** A scene on a running server. `settle` waits until its status says that nothing waits and every projection has caught up. */
export async function sceneOnServer(baseUrl: string, options: { paceMs: number; log(line: string): void }): Promise<Scene> {
  const admin: Person = personAt(baseUrl, "console");
  await admin.post("/auth/sign-in/email", { email: staff.admin.email, password: demoPassword });
  const status = (): Promise<Status> => admin.get("/status");
  const until = async (done: (now: Status) => boolean) => {
    const begun = Date.now();
    for (let calm = 0; calm < 2; ) {
      calm = done(await status()) ? calm + 1 : 0;
      if (Date.now() - begun > patienceMs)
        throw new Error("the server did not come to rest within a minute; see its status page");
      await pause(120);
    }
  };
  const isAtRest = (now: Status) => now.waitingJobs === 0 && now.projections.every((projection) => projection.behind === 0);
  return openScene({
    baseUrl,
    paceMs: options.paceMs,
    log: options.log,
    settle: () => until(isAtRest),
    async afterClock() {
      const movedAt = Date.now();
      await until(
        (now) =>
          isAtRest(now) &&
          now.loops.every((loop) => loop.lastFinishedAt !== null && new Date(loop.lastFinishedAt).getTime() >= movedAt),
      );
    },
  });
}
