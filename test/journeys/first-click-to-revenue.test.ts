import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { runTimedJob } from "#events/loops.ts";
import { modules } from "#server/modules.ts";
import { type TestServer, testServer } from "#test/harness/http.ts";
import { type Played, playStory } from "#test/story/play.ts";
import { openScene } from "#test/story/scene.ts";

let t: TestServer;
let played: Played;
before(
  async () => {
    t = await testServer();
    const baseUrl = await t.server.listen({ port: 0, host: "127.0.0.1" });
    t.app.config.publicUrl = baseUrl;
    const afterClock = async () => {
      for (const job of modules.flatMap((module) => module.jobs ?? []))
        if (job.name !== "organisation/follow-clock") await runTimedJob(t.app, job);
      await t.drain();
    };
    played = await playStory(
      openScene({
        baseUrl,
        paceMs: 0,
        settle: () => t.drain(),
        afterClock,
        log: (line) => process.env.STORY_LOG && console.log(line),
      }),
    );
  },
  { timeout: 240_000 },
);
after(() => t.close());

test("the whole line is one line", async () => {
  assert.ok(played.orderId);
});
