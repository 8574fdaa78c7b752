/** Runs one document after the other in a worker thread, and replaces the thread when it is old, stuck or dead. */
import { Worker } from "node:worker_threads";
import type { DocumentJob, DocumentReply, WorkerSetup } from "./document-job.ts";

export interface DocumentThread {
  run(job: DocumentJob): Promise<DocumentReply>;
  close(): Promise<void>;
}

interface Waiting {
  job: DocumentJob;
  resolve: (reply: DocumentReply) => void;
  reject: (error: Error) => void;
}

export function startDocumentThread(setup: WorkerSetup, limits: { timeoutMs: number; recycleAfter: number }): DocumentThread {
  const queue: Waiting[] = [];
  let worker: Worker | undefined;
  let made = 0;
  let current: (Waiting & { timer: NodeJS.Timeout }) | undefined;
  let closed = false;

  const retire = () => {
    // Not awaited: a thread inside the compiler stops only when that call returns; its successor need not wait.
    void worker
      ?.removeAllListeners()
      .on("error", () => {})
      .terminate();
    worker = undefined;
    made = 0;
  };

  const settle = (outcome: DocumentReply | Error) => {
    if (!current) return;
    const { timer, resolve, reject } = current;
    clearTimeout(timer);
    current = undefined;
    if (outcome instanceof Error) reject(outcome);
    else resolve(outcome);
    worker?.unref();
    // One turn of the event loop between documents, so that a long batch never starves requests.
    setImmediate(next);
  };

  const fail = (reason: string) => {
    retire();
    settle(new Error(reason));
  };

  const start = (): Worker => {
    const started = new Worker(new URL("./document-worker.ts", import.meta.url), { workerData: setup, name: "documents" });
    started.on("message", (reply: DocumentReply) => {
      if (++made >= limits.recycleAfter) retire();
      settle(reply);
    });
    started.on("error", (error) =>
      fail(`the document thread broke down: ${error instanceof Error ? error.message : String(error)}`),
    );
    started.on("exit", (code) => fail(`the document thread ended with code ${code}`));
    return started;
  };

  const next = () => {
    if (current || closed) return;
    const waiting = queue.shift();
    if (!waiting) return;
    const timer = setTimeout(
      () => fail(`the document template ${waiting.job.template} took longer than ${limits.timeoutMs} ms`),
      limits.timeoutMs,
    );
    current = { ...waiting, timer };
    worker ??= start();
    worker.ref();
    worker.postMessage(waiting.job);
  };

  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        if (closed) reject(new Error("documents are closed"));
        else {
          queue.push({ job, resolve, reject });
          next();
        }
      }),
    async close() {
      closed = true;
      for (const waiting of queue.splice(0)) waiting.reject(new Error("documents were closed before this one was made"));
      const last = worker;
      if (current) fail("documents were closed while this one was being made");
      else retire();
      await last?.terminate();
    },
  };
}
