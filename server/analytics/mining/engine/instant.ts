const pattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(?:(Z)|([+-])(\d{2}):?(\d{2})?)?)?$/i;

/**
 * An ISO 8601 moment in milliseconds since 1970 (with fractions, so that microseconds keep their order); NaN for what is none.
 * Without a zone it is UTC, never the machine's own, so that a log means the same everywhere.
 */
export function instantOf(text: string): number {
  const found = pattern.exec(text);
  if (!found) return Number.NaN;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction, , sign, zoneHours, zoneMinutes = "0"] = found;
  const shift = sign ? (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === "+" ? -60_000 : 60_000) : 0;
  if (Math.abs(shift) > 18 * 3_600_000) return Number.NaN;
  return clockOn(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second), fraction) + shift;
}

/** A moment in UTC from its numbers; NaN when there is no such day or hour. */
export function clockOn(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  fraction = "",
): number {
  const endOfDay = hour === 24 && minute === 0 && second === 0;
  if (month < 1 || month > 12 || day < 1 || (hour > 23 && !endOfDay) || minute > 59 || second > 59) return Number.NaN;
  if (day > 28 && day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return Number.NaN;
  const whole = Date.UTC(year, month - 1, day, hour, minute, second);
  return fraction === "" ? whole : whole + Number(`0.${fraction}`) * 1_000;
}
