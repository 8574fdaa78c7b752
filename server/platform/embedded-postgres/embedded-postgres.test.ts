import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { runningPostmaster, stopPostmaster } from "./postmaster.ts";
import { startEmbeddedPostgres } from "./start.ts";

let home = "";
const children: ChildProcess[] = [];
const data = (): string => join(home, "pg");

before(() => {
  home = mkdtempSync(join(tmpdir(), "throughline-test-"));
  chmodSync(home, 0o755);
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  const pid = runningPostmaster(data());
  if (pid !== undefined) await stopPostmaster(pid, "fast");
});
after(() => rmSync(home, { recursive: true, force: true }));

type Said = { count?: number; adopted?: boolean; error?: string };

/** Starts PostgreSQL from a process of its own, which can be killed. */
async function startElsewhere(): Promise<{ child: ChildProcess; said: Said; printed: () => string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "start-and-wait.ts"), data()], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  let printed = "";
  child.stderr.on("data", (text: Buffer) => (printed += text.toString()));
  const [first] = (await once(child.stdout, "data")) as [Buffer];
  return { child, said: JSON.parse(first.toString()) as Said, printed: () => printed };
}

async function gone(what: () => boolean): Promise<void> {
  for (let tries = 0; what(); tries += 1) {
    assert.ok(tries < 500, "still there after 10 s");
    await sleep(20);
  }
}

test("data outlives an orderly stop", async () => {
  const first = await startEmbeddedPostgres({ dataDir: data(), database: "notes" });
  await withClient(first.config, (client) => client.query("create table note as select 'kept' as text"));
  await first.stop();
  assert.equal(runningPostmaster(data()), undefined);
  const second = await startEmbeddedPostgres({ dataDir: data(), database: "notes" });
  const { rows } = await withClient(second.config, (client) => client.query<{ text: string }>("select text from note"));
  await second.stop();
  assert.deepEqual(rows, [{ text: "kept" }]);
});

test("a second start on the same folder is refused by name, unless it asks to join", async () => {
  const first = await startEmbeddedPostgres({ dataDir: data(), database: "notes" });
  const { said } = await startElsewhere();
  assert.match(said.error ?? "", new RegExp(`in use by throughline ${process.pid} `));
  const guest = await startEmbeddedPostgres({ dataDir: data(), database: "notes", whenInUse: "join" });
  assert.equal(guest.joined, true);
  await guest.stop();
  assert.notEqual(runningPostmaster(data()), undefined);
  await first.stop();
});

test("kill -9 of the application stops PostgreSQL and loses nothing committed", async () => {
  const first = await startElsewhere();
  first.child.kill("SIGKILL");
  const second = await startElsewhere(); // may come while the first PostgreSQL is still stopping
  assert.equal(second.said.count, (first.said.count ?? 0) + 1);
  second.child.kill("SIGKILL");
  await gone(() => runningPostmaster(data()) !== undefined);
});

test("kill -9 of PostgreSQL ends the application with a clear message; the next start recovers", async () => {
  const first = await startElsewhere();
  const ended = once(first.child, "close");
  process.kill(runningPostmaster(data()) ?? 0, "SIGKILL");
  assert.deepEqual(await ended, [1, null]);
  assert.match(first.printed(), /PostgreSQL stopped unexpectedly[\s\S]*start Throughline again/);
  const second = await startElsewhere();
  assert.equal(second.said.count, (first.said.count ?? 0) + 1);
});

test("an orphan whose watchdog was killed too is adopted", async () => {
  const first = await startElsewhere();
  first.child.kill("SIGSTOP"); // its pipe to the watchdog stays open until it dies
  const watchdog = watchdogOf(first.child.pid ?? 0);
  if (watchdog !== undefined) process.kill(watchdog, "SIGKILL");
  first.child.kill("SIGKILL");
  await once(first.child, "close");
  const pid = runningPostmaster(data());
  const second = await startElsewhere();
  assert.equal(second.said.adopted, watchdog !== undefined);
  if (watchdog !== undefined) assert.equal(runningPostmaster(data()), pid);
});

test("a pid file left by a crash does not stop the next start when its number belongs to another program", async () => {
  const first = await startEmbeddedPostgres({ dataDir: data(), database: "notes" });
  const pidFile = readFileSync(join(data(), "postmaster.pid"), "utf8");
  await first.stop();
  writeFileSync(join(data(), "postmaster.pid"), pidFile.replace(/^\d+/, String(process.pid)), { mode: 0o644 });
  const second = await startEmbeddedPostgres({ dataDir: data(), database: "notes" });
  assert.equal(second.adopted, false);
  await second.stop();
});

test("an initialisation cut short is begun again", async () => {
  const half = join(home, "half", "pg");
  mkdirSync(`${half}.new-999999999`, { recursive: true });
  const postgres = await startEmbeddedPostgres({ dataDir: half, database: "notes" });
  await postgres.stop();
  assert.equal(existsSync(`${half}.new-999999999`), false);
});

test("a disposable PostgreSQL leaves nothing behind", async () => {
  const postgres = await startEmbeddedPostgres({ database: "notes", ephemeral: true });
  await postgres.stop();
  await postgres.stop();
  assert.equal(existsSync(join(postgres.dataDir, "..")), false);
});

async function withClient<T>(config: pg.PoolConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The watchdog shell that a process started (Linux tells; elsewhere the test only checks that the data is kept). */
function watchdogOf(parent: number): number | undefined {
  const children = `/proc/${parent}/task/${parent}/children`;
  if (!existsSync(children)) return undefined;
  return readFileSync(children, "utf8")
    .trim()
    .split(" ")
    .map(Number)
    .find((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("throughline-watchdog"));
}
