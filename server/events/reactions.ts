import type { Context } from "#platform/context.ts";
import type { EventType } from "./catalog.ts";
import type { RecordedEvent } from "./envelope.ts";

/**
 * "When this happened, do that, once." `react` runs inside one transaction with its proof that it ran, so its writes take
 * effect exactly once even when the job is tried again. Effects outside the database (mail) go through a queue table.
 */
export interface Subscriber {
  /** "<module>/<verb-noun>", unique and stable: it is stored with each reaction. */
  name: string;
  to: readonly EventType[];
  react(ctx: Context, event: RecordedEvent): Promise<void>;
}

const subscribersByType = new Map<string, Subscriber[]>();
const subscribersByName = new Map<string, Subscriber>();

/** Called once at start with the subscribers of every module. Throws on a name used twice. */
export function registerSubscribers(subscribers: readonly Subscriber[]): void {
  subscribersByType.clear();
  subscribersByName.clear();
  for (const subscriber of subscribers) {
    if (subscribersByName.has(subscriber.name)) throw new Error(`two subscribers are called ${subscriber.name}`);
    subscribersByName.set(subscriber.name, subscriber);
    for (const type of subscriber.to) subscribersByType.set(type, [...(subscribersByType.get(type) ?? []), subscriber]);
  }
}

export const reactionsTo = (type: string): readonly Subscriber[] => subscribersByType.get(type) ?? [];
export const subscriberNamed = (name: string): Subscriber | undefined => subscribersByName.get(name);
