/** The value the server allowed for this page: generated styles must carry it. */
export const cspNonce = (): string => document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";

/** The scroll lock under drawers and dialogs asks for the nonce by this name, whoever bundled it. */
export function announceNonce(): void {
  (globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = cspNonce();
}
