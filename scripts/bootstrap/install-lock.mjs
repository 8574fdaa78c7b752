import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { explainFileError } from "./npm.mjs";

/**
 * Runs `work` while no other install runs in this folder. The lock names its processes, so the lock of an install that
 * was killed is taken over; `work` is given a function to add the npm process, which may outlive a killed parent.
 */
export async function withInstallLock(root, work) {
  const file = join(root, ".install-lock");
  const mine = `${file}.${process.pid}`;
  const write = (path, ...pids) => writeFileSync(path, pids.join(" "));
  let waiting = false;
  for (;;) {
    try {
      write(mine, process.pid);
      linkSync(mine, file); // appears whole or not at all
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw new Error(explainFileError(root, error), { cause: error });
      const alive = readPids(file).filter(isAlive);
      if (alive.length === 0) rmSync(file, { force: true });
      else {
        if (!waiting) console.log(`Another install is running here (process ${alive[0]}): waiting for it.`);
        waiting = true;
        await sleep(300);
      }
    } finally {
      rmSync(mine, { force: true });
    }
  }
  try {
    return await work((pid) => write(file, process.pid, pid));
  } finally {
    rmSync(file, { force: true });
  }
}

function readPids(file) {
  try {
    return readFileSync(file, "utf8").split(" ").map(Number).filter(Boolean);
  } catch {
    return []; // released meanwhile
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
