import { bind } from "#platform/bind.ts";
import { signaturesContract } from "./contract.ts";
import { mySignature, readCertificate, showSignature } from "./queries.ts";
import { requestSigningCode } from "./request-signing-code.ts";
import { signQuote } from "./sign-quote.ts";
import { verifySignature } from "./verify-signature.ts";

export const signaturesRoutes = bind(signaturesContract, {
  mySignature,
  requestCode: requestSigningCode,
  sign: signQuote,
  myCertificate: readCertificate,
  show: showSignature,
  certificate: readCertificate,
  verify: verifySignature,
});
