import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { inTurn } from "./in-turn.ts";

test("forty at once take turns, a few at a time, in order; a failing one gives its turn on", async () => {
  let running = 0;
  let most = 0;
  const started: number[] = [];
  const outcomes = await Promise.allSettled(
    Array.from({ length: 40 }, (_, index) =>
      inTurn(async () => {
        started.push(index);
        running += 1;
        most = Math.max(most, running);
        await turn();
        running -= 1;
        if (index % 7 === 0) throw new Error("failed");
        return index;
      }),
    ),
  );
  assert.equal(most, 4);
  assert.deepEqual(
    started,
    [...started].sort((a, b) => a - b),
  );
  assert.equal(outcomes.filter((outcome) => outcome.status === "fulfilled").length, 34);
});
