import { useEffect } from "react";
import { client } from "../api/client.ts";
import { readStored, store } from "./stored.ts";

const key = "throughline.visitor";
const tags = ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "gclid", "fbclid", "msclkid"] as const;
const isId = (text: string | null): text is string => /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(text ?? "");

/** This browser's visitor id, once a page view gave it one: goes with forms and baskets, so that everything is one line. */
export function visitorId(): string | undefined {
  const known = readStored(key);
  return isId(known) ? known : undefined;
}

/** What a link says about where its reader came from: utm_source and the like. */
const marksOf = (search: string): Record<string, string> => {
  const asked = new URLSearchParams(search);
  return Object.fromEntries(tags.flatMap((tag) => (asked.get(tag) ? [[tag, (asked.get(tag) ?? "").slice(0, 200)]] : [])));
};

/** The marks this reader came with, however far they went since. */
export const arrivalMarks: Record<string, string> = marksOf(location.search);

let sending: Promise<unknown> = Promise.resolve();

/** Notes that the page was looked at, with where its reader came from. One after the other, so that one visitor stays one. */
export function recordView(): Promise<unknown> {
  const clickId = new URLSearchParams(location.search).get("c");
  const view = {
    path: location.pathname,
    utm: marksOf(location.search),
    ...(document.referrer && { referrer: document.referrer.slice(0, 500) }),
  };
  sending = sending.then(async () => {
    const known = visitorId();
    try {
      const answer = await client.interactions.record({
        ...(known && { visitorId: known }),
        ...(isId(clickId) && { clickId }),
        views: [view],
      });
      store(key, answer.visitorId);
    } catch {
      // a view that could not be noted must not get in the reader's way
    }
  });
  return sending;
}

/** Once every view so far is noted, and this browser therefore has its id. */
export const viewsNoted = (): Promise<unknown> => sending;

/** Notes the view of a public page once per address. */
export function usePageView(path: string): void {
  useEffect(() => {
    void recordView();
  }, [path]);
}
