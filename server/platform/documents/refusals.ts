/** What the documents service may answer besides a document. */
import type { RefusalTexts } from "../errors.ts";

export const documentRefusals: RefusalTexts = {
  "documents.busy": {
    status: 503,
    en: "Many documents are being made right now. Nothing is lost: try again in {seconds} s.",
    fr: "De nombreux documents sont en cours de création. Rien n’est perdu\u00a0: réessayez dans {seconds} s.",
  },
};
