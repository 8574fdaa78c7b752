import { createHash } from "node:crypto";
import type { DocumentPress } from "#platform/context.ts";
import { json } from "#platform/database.ts";

/** A press that keeps the data as text: enough where a test looks at what is in a document, not at how it looks. */
export function testDocuments(): DocumentPress {
  return {
    async render(templatePath, data) {
      const bytes = new TextEncoder().encode(`%PDF-test ${templatePath.split("/").at(-1)}\n${json(data)}`);
      return { bytes, sha256: createHash("sha256").update(bytes).digest("hex"), pages: 1 };
    },
  };
}
