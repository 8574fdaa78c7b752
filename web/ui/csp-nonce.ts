/** The value the server allowed for this page: Mantine's generated styles and the scroll lock must carry it. */
export const cspNonce = (): string => document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";
