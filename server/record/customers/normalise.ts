/** Identifiers are compared in one shape, whoever typed them. */

export const normaliseEmail = (email: string): string => email.trim().toLowerCase();

const callingCodes: Record<string, string> = {
  FR: "33",
  BE: "32",
  CH: "41",
  LU: "352",
  GB: "44",
  DE: "49",
  ES: "34",
  IT: "39",
  NL: "31",
  PT: "351",
  IE: "353",
};

/** A telephone number as "+33612345678". National numbers get the calling code of `country`; null when it is no number. */
export function normalisePhone(phone: string, country = "FR"): string | null {
  const digits = phone.replace(/\(0\)/g, "").replace(/[^\d+]/g, "");
  const international = digits.startsWith("+") ? digits.slice(1) : digits.startsWith("00") ? digits.slice(2) : undefined;
  const whole = international ?? (digits.startsWith("0") ? `${callingCodes[country] ?? "33"}${digits.slice(1)}` : undefined);
  return whole !== undefined && /^\d{7,15}$/.test(whole) ? `+${whole}` : null;
}
