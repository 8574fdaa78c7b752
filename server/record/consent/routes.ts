import { bind } from "#platform/bind.ts";
import { changeByLink, changeMine } from "./change-preferences.ts";
import { confirmConsent } from "./confirm-consent.ts";
import { consentContract } from "./contract.ts";
import { showMyPreferences, showPreferencesByLink } from "./preferences.ts";
import { publishText, savePurpose } from "./publish-text.ts";
import { showConsentsOf, showPurposes, verifyLedger } from "./queries.ts";
import { showMyReceipt, showReceipt } from "./receipt.ts";
import { askConsent, recordConsent } from "./record-consent.ts";

export const consentRoutes = bind(consentContract, {
  purposes: showPurposes,
  confirm: confirmConsent,
  preferencesByLink: showPreferencesByLink,
  changeByLink,
  myPreferences: showMyPreferences,
  changeMine,
  myReceipt: showMyReceipt,
  ofContact: showConsentsOf,
  receipt: showReceipt,
  record: recordConsent,
  request: askConsent,
  publishText,
  savePurpose,
  verifyLedger,
});
