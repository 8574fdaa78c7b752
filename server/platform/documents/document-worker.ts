/** The thread that makes documents: Typst compiles synchronously, so it must not share a thread with requests. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { type DocumentJob, type DocumentReply, fontFiles, type WorkerSetup } from "./document-job.ts";

const { NodeCompiler } = createRequire(import.meta.url)(
  "@myriaddreamin/typst-ts-node-compiler",
) as typeof import("@myriaddreamin/typst-ts-node-compiler");

const setup = workerData as WorkerSetup;
const compiler = NodeCompiler.create({ workspace: setup.root, fontArgs: [{ fontBlobs: fontFiles(setup.fontPaths) }] });

parentPort!.on("message", (job: DocumentJob) => {
  const reply = render(job);
  parentPort!.postMessage(reply, "bytes" in reply ? [reply.bytes.buffer as ArrayBuffer] : []);
});

function render(job: DocumentJob): DocumentReply {
  for (const file of job.files) compiler.mapShadow(join(setup.root, file.path), Buffer.from(file.bytes));
  try {
    const { inputs } = job;
    const compiled = compiler.compile({ mainFilePath: join(setup.root, `${job.template}.typ`), inputs });
    const document = compiled.result;
    if (!document) return { error: described(compiled.takeError()) };
    const pdf = compiler.pdf(document, {
      creationTimestamp: job.createdAtSeconds,
      ...(job.pdfStandard && { pdfStandard: job.pdfStandard }),
    });
    return { bytes: Uint8Array.from(pdf), pages: document.numOfPages };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  } finally {
    compiler.resetShadow();
    compiler.evictCache(10);
  }
}

function described(error: Parameters<typeof compiler.fetchDiagnostics>[0] | null): string {
  if (!error) return "no reason given";
  const diagnostics = compiler.fetchDiagnostics(error) as { message: string; path: string }[];
  return diagnostics.map(({ message, path }) => `${message} (${path.replace(setup.root, "")})`).join("; ");
}
