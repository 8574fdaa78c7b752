import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const root = join(import.meta.dirname, "../..");
const readyMs = 180_000; // the first start of a fresh checkout builds the web pages

/** A whole Throughline with the demo organisation, on a free port and data of its own. */
export type RunningServer = { url: string; stop(): Promise<void> };

/**
 * Starts Throughline the way a person does and waits until it says it is ready.
 * @throws with what it printed when it ends before that
 */
export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), "throughline-browser-"));
  chmodSync(data, 0o755); // started as root, PostgreSQL's own user must get in
  const url = `http://127.0.0.1:${port}`;
  const settings = { PORT: String(port), PUBLIC_URL: url, THROUGHLINE_DATA: data, LOG_LEVEL: "error", ...env };
  const child = spawn(process.execPath, ["server/cli.ts", "start"], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const keep = (text: Buffer): void => void (printed = (printed + text.toString()).slice(-8_000));
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;

  async function stop(): Promise<void> {
    if (!hasEnded()) child.kill("SIGTERM");
    await Promise.race([ended, sleep(15_000)]);
    if (!hasEnded()) child.kill("SIGKILL");
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
  const deadline = Date.now() + readyMs;
  while (!(await isReady(url))) {
    if (hasEnded() || Date.now() > deadline) {
      await stop();
      throw new Error(`Throughline did not start for the browser tests. It printed:\n${printed}`);
    }
    await sleep(100);
  }
  return { url, stop };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
