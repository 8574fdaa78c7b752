/**
 * Documents for people: a Typst template and its data become a PDF, in a thread of its own. The same template, data and
 * creation date always give the same bytes, so the hash of an issued document means something.
 */
import { fileURLToPath } from "node:url";
import { refuse } from "../errors.ts";
import { sha256Hex } from "../files/file-key.ts";
import type { Locale } from "../i18n/locale.ts";
import { type DocumentReply, interFonts } from "./document-job.ts";
import { startDocumentThread } from "./document-thread.ts";
import { withXmpSchema, type XmpSchema } from "./xmp-schema.ts";

export interface DocumentAttachment {
  /** As the reader's program lists it: "factur-x.xml". */
  name: string;
  bytes: Uint8Array;
  mime: string;
  /** What the file is to the document: its source, its data, an alternative form, a supplement. */
  relationship: "source" | "data" | "alternative" | "supplement";
  description?: string;
}

export interface RenderOptions {
  locale: Locale;
  /** Written into the file as its date; pass the date of the record, not the present, to get the same bytes again. */
  createdAt: Date;
  /** "a-3b" archives and may carry attachments (invoices), "a-2b" archives, "ua-1" is for screen readers. Default: plain PDF 1.7, tagged. */
  pdfStandard?: "a-3b" | "a-2b" | "ua-1";
  attachments?: readonly DocumentAttachment[];
  /** Further metadata of an a-3b document, such as the properties that make an invoice a Factur-X. */
  xmp?: XmpSchema;
  /** Pictures of this one document (logo, signature, QR code), which the template reads as "/assets/<name>". */
  assets?: Readonly<Record<string, Uint8Array>>;
}

export interface RenderedDocument {
  bytes: Uint8Array;
  /** Hex, of `bytes`. */
  sha256: string;
  pages: number;
}

export interface Documents {
  /**
   * Renders a template named by its path below `server/` without ".typ": "platform/documents/templates/sample". `data` is any
   * JSON, its texts ready for the reader. Throws (a bug) when the template fails or takes too long, naming the reason;
   * refuses documents.busy when too many wait.
   */
  render(template: string, data: unknown, options: RenderOptions): Promise<RenderedDocument>;
  close(): Promise<void>;
}

export interface DocumentsOptions {
  /** Font files instead of Inter. */
  fontPaths?: readonly string[];
  /** Where templates are named from; default the `server` folder. */
  root?: string;
  timeoutMs?: number;
  /** Documents waiting at once; default 500. */
  maxWaiting?: number;
  /** A fresh thread after so many documents: the compiler's caches only grow. */
  recycleAfter?: number;
}

const serverFolder = fileURLToPath(new URL("../../", import.meta.url)).replace(/[\\/]$/, "");

/** Opens the service; the thread itself starts with the first document. Close it before the process ends. */
export function openDocuments(options: DocumentsOptions = {}): Documents {
  const { root = serverFolder, fontPaths = interFonts(), timeoutMs = 20_000, maxWaiting = 500, recycleAfter = 2000 } = options;
  const thread = startDocumentThread({ root, fontPaths }, { timeoutMs, recycleAfter });
  let waiting = 0;
  return {
    async render(template, data, { locale, createdAt, pdfStandard, xmp, attachments = [], assets = {} }) {
      if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(template))
        throw new RangeError(`"${template}" is not the name of a document template`);
      if (attachments.length > 0 && pdfStandard !== undefined && pdfStandard !== "a-3b")
        throw new RangeError("a document with attachments is a-3b or plain");
      if (waiting >= maxWaiting) refuse("documents.busy", { seconds: 30 });
      const attached = attachments.map(({ bytes, ...file }, index) => ({
        description: file.name,
        ...file,
        path: `/attachments/${index}`,
        bytes,
      }));
      const listed = attached.map(({ bytes: _bytes, ...file }) => file);
      const files = [
        ...attached.map(({ path, bytes }) => ({ path, bytes })),
        ...Object.entries(assets).map(([name, bytes]) => ({ path: `/assets/${assetName(name)}`, bytes })),
      ];
      waiting++;
      try {
        const reply: DocumentReply = await thread.run({
          template,
          inputs: { locale, data: JSON.stringify(data), attachments: JSON.stringify(listed) },
          files,
          createdAtSeconds: Math.floor(createdAt.getTime() / 1000),
          ...(pdfStandard && { pdfStandard }),
        });
        if ("error" in reply) throw new Error(`the document template ${template} failed: ${reply.error}`);
        const bytes = xmp ? withXmpSchema(reply.bytes, xmp) : reply.bytes;
        return { bytes, sha256: sha256Hex(bytes), pages: reply.pages };
      } finally {
        waiting--;
      }
    },
    close: () => thread.close(),
  };
}

function assetName(name: string): string {
  if (!/^[a-z0-9][a-z0-9._-]{0,99}$/.test(name)) throw new RangeError(`"${name}" is not an asset name such as logo.svg`);
  return name;
}
