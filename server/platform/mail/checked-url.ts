/** Guards every address that a mail leads to. */
/** The address itself when a mail may lead there (web, mail, telephone); else RangeError, so no script ever gets in. */
export function checkedUrl(url: string): string {
  if (!/^(https?:\/\/|mailto:|tel:)[^\s"<>]+$/i.test(url))
    throw new RangeError(`"${url.slice(0, 80)}" is not an address a mail may lead to`);
  return url;
}
