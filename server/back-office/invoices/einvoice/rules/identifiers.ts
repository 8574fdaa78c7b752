/** Numbers with a check digit, by the scheme that issued them (PEPPOL-COMMON-R040 to R050). */
interface IdentifierRule {
  readonly rule: string;
  fits(id: string): boolean;
}

const digits = (text: string): number[] => Array.from(text, Number);

/** GS1: weights 1 and 3 from the right. */
function isGln(id: string): boolean {
  if (!/^\d{2,}$/.test(id)) return false;
  const [check = 0, ...rest] = digits(id).reverse();
  const sum = rest.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10 === check;
}

/** Norway: modulo 11, weights 2 to 7 from the right. */
function isNorwegian(id: string): boolean {
  if (!/^\d{9}$/.test(id) || Number(id) === 0) return false;
  const [check = 0, ...rest] = digits(id).reverse();
  const sum = rest.reduce((total, digit, index) => total + digit * ((index % 6) + 2), 0);
  return (11 - (sum % 11)) % 11 === check;
}

/** Belgium: the last two digits are 97 minus the first eight modulo 97. */
const isBelgian = (id: string): boolean => /^\d{10}$/.test(id) && 97 - (Number(id.slice(0, 8)) % 97) === Number(id.slice(8));

/** Luhn, as in Swedish organisation numbers and French SIREN and SIRET numbers. */
export function isLuhn(id: string): boolean {
  const sum = digits(id)
    .reverse()
    .reduce((total, digit, index) => total + (index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0);
  return /^\d+$/.test(id) && sum % 10 === 0;
}

/** Australia: modulo 89. */
function isAustralian(id: string): boolean {
  if (!/^\d{11}$/.test(id)) return false;
  const weights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];
  const sum = digits(id).reduce((total, digit, index) => total + (index === 0 ? digit - 1 : digit) * weights[index]!, 0);
  return sum % 89 === 0;
}

export const identifierRules: Readonly<Record<string, IdentifierRule>> = {
  "0088": { rule: "PEPPOL-COMMON-R040", fits: isGln },
  "0192": { rule: "PEPPOL-COMMON-R041", fits: isNorwegian },
  "0184": { rule: "PEPPOL-COMMON-R042", fits: (id) => /^(DK)?\d{8}$/.test(id) },
  "0208": { rule: "PEPPOL-COMMON-R043", fits: isBelgian },
  "0007": { rule: "PEPPOL-COMMON-R049", fits: (id) => /^\d{10}$/.test(id) && isLuhn(id) },
  "0151": { rule: "PEPPOL-COMMON-R050", fits: isAustralian },
};
