/** Only paths of this site: an address handed over in a mail must not lead away after sign-in. */
export const safePath = (next: string | undefined, home: string): string => (next && /^\/(?![/\\])/.test(next) ? next : home);
