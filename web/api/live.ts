/**
 * One EventSource for the whole page. The server sends hints ("quote.sent happened to this customer"), never content:
 * queries that declared the noun refetch through the normal, authorised API.
 */
import { useSyncExternalStore } from "react";
import { queryClient } from "./query-client.ts";

export interface LiveHint {
  type: string;
  customerId?: string | null;
  subjectId?: string | null;
}
export interface LiveState {
  status: "off" | "connecting" | "live" | "offline";
  /** When the last hint came, in ms since 1970. */
  lastHintAt: number | null;
}

/** A burst of events (a bulk action) becomes one refetch. */
const gatherMs = 300;

let state: LiveState = { status: "off", lastHintAt: null };
let source: EventSource | null = null;
let waiting: LiveHint[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
const watchers = new Set<() => void>();
const listeners = new Set<(hint: LiveHint) => void>();

const set = (next: Partial<LiveState>): void => {
  state = { ...state, ...next };
  for (const watcher of watchers) watcher();
};

/** Whether a query that declared `meta` shows something this hint changed. */
export function isTouched(meta: { nouns?: readonly string[]; about?: string } | undefined, hint: LiveHint): boolean {
  const noun = hint.type.split(".")[0] ?? "";
  if (!meta?.nouns?.includes(noun)) return false;
  return !meta.about || hint.customerId === meta.about || hint.subjectId === meta.about;
}

function flush(): void {
  timer = undefined;
  const hints = waiting;
  waiting = [];
  void queryClient.invalidateQueries({ predicate: (query) => hints.some((hint) => isTouched(query.meta, hint)) });
}

function receive(event: MessageEvent<string>): void {
  const hints = JSON.parse(event.data) as LiveHint[];
  set({ lastHintAt: Date.now() });
  for (const hint of hints) for (const listener of listeners) listener(hint);
  waiting.push(...hints);
  timer ??= setTimeout(flush, gatherMs);
}

/** Opens the stream once; EventSource reconnects by itself. On return, everything live is refetched: hints were missed. */
export function startLive(url = "/api/live"): void {
  if (source) return;
  set({ status: "connecting" });
  source = new EventSource(url);
  source.onopen = () => {
    const wasOffline = state.status === "offline";
    set({ status: "live" });
    if (wasOffline) void queryClient.invalidateQueries({ predicate: (query) => !!query.meta?.nouns });
  };
  source.onerror = () => set({ status: "offline" });
  source.onmessage = receive;
}

export function stopLive(): void {
  source?.close();
  source = null;
  set({ status: "off" });
}

/** Runs for each hint as it comes: for a toast or a counter, not for fetching. Returns the way to stop. */
export function onLive(listener: (hint: LiveHint) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** The state of the stream, for the live indicator. */
export const useLive = (): LiveState => useSyncExternalStore(watch, () => state);
