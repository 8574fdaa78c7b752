import { dayOfYear, weekday, weekOfYear } from "../values/calendar.ts";
import { monthsBetween, yearsMonths } from "../values/temporal.ts";
import { type FeelDate, isKind, type Value } from "../values/value.ts";
import { define } from "./define.ts";

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const dateOf = (value: Value): FeelDate | undefined =>
  isKind(value, "date") ? value : isKind(value, "date and time") ? value.date : undefined;

const onDate = (name: string, body: (date: FeelDate) => Value, result: string) =>
  define(
    name,
    ["date: scalar"],
    ([value]) => {
      const date = dateOf(value!);
      return date && body(date);
    },
    result,
  );

export const temporalFunctions = [
  onDate("day of year", dayOfYear, "number"),
  onDate("day of week", (date) => days[weekday(date) - 1]!, "string"),
  onDate("month of year", (date) => months[date.month - 1]!, "string"),
  onDate("week of year", weekOfYear, "number"),
  define(
    "years and months duration",
    ["from: scalar, to: scalar"],
    ([from, to]) => {
      const [start, end] = [dateOf(from!), dateOf(to!)];
      return start && end && yearsMonths(monthsBetween(start, end));
    },
    "years and months duration",
  ),
  define("now", [""], (_, run) => run.now ?? undefined, "date and time"),
  define("today", [""], (_, run) => run.now?.date ?? undefined, "date"),
];
