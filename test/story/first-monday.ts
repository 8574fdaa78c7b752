/**
 * 09:00 in Paris on the first Monday of a month, at or after an instant: the story begins in office hours, so that nothing
 * waits for a quiet hour to pass, and early enough that everything sold is delivered before the month is billed.
 */
export function firstMonday(from: Date): Date {
  const paris = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Paris",
    weekday: "short",
    day: "numeric",
    hour: "2-digit",
    hour12: false,
  });
  for (let at = new Date(Math.ceil(from.getTime() / 3_600_000) * 3_600_000); ; at = new Date(at.getTime() + 3_600_000)) {
    const { weekday, day, hour } = Object.fromEntries(paris.formatToParts(at).map(({ type, value }) => [type, value]));
    if (weekday === "Mon" && Number(day) <= 7 && hour === "09") return at;
  }
}
