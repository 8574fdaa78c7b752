/** What can be wrong with a table file as a whole, and what to do about it. Rows that are wrong are reported row by row. */
import type { RefusalTexts } from "../errors.ts";

export const csvRefusals: RefusalTexts = {
  "csv.empty": {
    status: 422,
    en: "This file has no rows. Save the sheet that holds the table as CSV and send it again.",
    fr: "Ce fichier ne contient aucune ligne. Enregistrez au format CSV la feuille qui contient le tableau, puis renvoyez-la.",
  },
  "csv.too_large": {
    status: 413,
    en: "This file is larger than {limitMegabytes} MB. Split it and send the parts one after the other.",
    fr: "Ce fichier dépasse {limitMegabytes} Mo. Découpez-le et envoyez les parties l’une après l’autre.",
  },
  "csv.too_many_rows": {
    status: 413,
    en: "This file has more than {limitRows} rows. Split it and send the parts one after the other.",
    fr: "Ce fichier compte plus de {limitRows} lignes. Découpez-le et envoyez les parties l’une après l’autre.",
  },
  "csv.row_too_long": {
    status: 422,
    en: "The row that begins at line {line} is too long to be one row. Check the quotation marks around there.",
    fr: "La ligne qui commence à la ligne {line} est trop longue pour être une seule ligne. Vérifiez les guillemets à cet endroit.",
  },
  "csv.quote_not_closed": {
    status: 422,
    en: "A quotation mark is opened after line {line} and never closed. Close it, or remove it, and send the file again.",
    fr: "Un guillemet est ouvert après la ligne {line} et jamais refermé. Refermez-le ou supprimez-le, puis renvoyez le fichier.",
  },
};
