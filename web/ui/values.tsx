/** Values as people read them, in their language; machine-readable underneath. */
import { Text, Tooltip } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Instant } from "../i18n/format.ts";
import { useFormat } from "../i18n/use-format.ts";
import { useT } from "../i18n/use-t.ts";

const iso = (value: Instant): string => (typeof value === "string" ? value : new Date(value).toISOString());

/** An amount in minor units, exact, in figures of equal width. */
export function Money({ minor, currency, short }: { minor: string | bigint; currency: string; short?: boolean }) {
  const format = useFormat();
  return <span className="tl-figure">{short ? format.moneyShort(minor, currency) : format.money(minor, currency)}</span>;
}

/** A day, or a day with its time; a dash when there is none. */
export function DateTime({ value, time }: { value: Instant | null | undefined; time?: boolean }) {
  const format = useFormat();
  const t = useT();
  if (value === null || value === undefined) return <span aria-label={t("state.none")}>–</span>;
  return <time dateTime={iso(value)}>{time ? format.dateTime(value) : format.date(value)}</time>;
}

/**
 * "3 minutes ago", kept true while on the screen; the exact time on hover and focus. `isReal`: by the clock on the wall,
 * where the demo clock runs ahead of it.
 */
export function RelativeTime({ value, isReal = false }: { value: Instant; isReal?: boolean }) {
  const format = useFormat();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Tooltip label={format.dateTime(value)}>
      <time dateTime={iso(value)}>{isReal ? format.relative(value, Date.now()) : format.relative(value)}</time>
    </Tooltip>
  );
}

/** A name with its initials in a ring: people and accounts in lists. */
export function Named({ name, note }: { name: string; note?: string }) {
  const initials = name
    .split(/\s+/)
    .map((word) => word[0] ?? "")
    .slice(0, 2)
    .join("")
    .toUpperCase();
  return (
    <span className="tl-named">
      <span className="tl-initials" aria-hidden>
        {initials}
      </span>
      <span className="tl-named-text">
        {name}
        {note && (
          <Text size="xs" c="dimmed" component="span" display="block">
            {note}
          </Text>
        )}
      </span>
    </span>
  );
}
