import { spawn } from "node:child_process";

/**
 * A tiny shell that outlives this process: when the process dies without a word (kill -9, out of memory), the pipe
 * closes and the shell stops PostgreSQL, so no orphan keeps the data folder.
 * @param disposable a folder (holding `pg`, the data) to remove as well once PostgreSQL is gone
 * @returns call it after an orderly stop: the shell then leaves without doing anything
 */
export function watchOver(postmasterPid: number, disposable?: string): () => void {
  const script = `
    read -r word && exit 0
    kill -INT ${postmasterPid} 2>/dev/null
    [ -n "$1" ] || exit 0
    tries=0
    while [ -e "$1/pg/postmaster.pid" ] && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
    rm -rf -- "$1"`;
  const shell = spawn("/bin/sh", ["-c", script, "throughline-watchdog", disposable ?? ""], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  shell.on("error", () => {}); // no shell: PostgreSQL survives a kill -9 and the next start adopts it
  shell.stdin.on("error", () => {});
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
  return () => shell.stdin.end("done\n");
}
