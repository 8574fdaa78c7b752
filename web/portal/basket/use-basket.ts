import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ApiError } from "../../api/api-error.ts";
import { client } from "../../api/client.ts";
import { currentLocale } from "../../i18n/start.ts";
import { tellError } from "../../ui/toast.tsx";
import { readStored, store } from "../stored.ts";
import { recordView, visitorId } from "../visitor.ts";

export type Basket = Awaited<ReturnType<typeof client.baskets.show>>;
export type Conflict = NonNullable<Awaited<ReturnType<typeof client.baskets.choose>>["conflict"]>;
export type Own = { basketId: string; key: string };
export type Question = Basket["questions"][number];

const storageKey = (slug: string): string => `throughline.basket.${slug}`;

/** The basket of a guide on this device: the one begun before, or a new one. Its key never leaves the device. */
export function useBasket(slug: string) {
  const cache = useQueryClient();
  const queryKey = ["basket", slug];
  const query = useQuery({ queryKey, queryFn: () => openBasket(slug), staleTime: Number.POSITIVE_INFINITY, retry: false });
  const keep = (basket: Basket): void => {
    cache.setQueryData<{ own: Own; basket: Basket }>(queryKey, (before) => before && { ...before, basket });
  };
  const own = query.data?.own;
  const change = useMutation({
    mutationFn: async (work: (own: Own) => Promise<Basket>) => {
      if (own) keep(await work(own));
    },
    onError: tellError,
  });
  return {
    query,
    own,
    keep,
    change,
    /** Forgets the basket of this device and begins a new one. */
    startAgain: () => {
      store(storageKey(slug), null);
      void cache.resetQueries({ queryKey });
    },
  };
}

async function openBasket(slug: string): Promise<{ own: Own; basket: Basket }> {
  const own = readOwn(slug);
  if (own) {
    try {
      return { own, basket: await client.baskets.show(own) };
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 404) throw error; // a basket that is gone is begun anew
    }
  }
  await recordView(); // gives the visitor an id, so that the basket is on their line
  const visitor = visitorId();
  const { key, ...basket } = await client.baskets.start({
    guide: slug,
    locale: currentLocale(),
    ...(visitor && { visitorId: visitor }),
  });
  const started = { basketId: basket.id, key };
  store(storageKey(slug), JSON.stringify(started));
  return { own: started, basket };
}

function readOwn(slug: string): Own | undefined {
  try {
    const own = JSON.parse(readStored(storageKey(slug)) ?? "null") as Own | null;
    return own?.basketId && own.key ? own : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Chooses an option. Where the question takes one answer the earlier one is taken back first, and put back when the new
 * one cannot be.
 */
export async function chooseOption(
  own: Own,
  question: Question,
  feature: string,
): Promise<{ basket: Basket; conflict: Conflict | null }> {
  const option = question.options.find((one) => one.feature === feature);
  if (option?.chosen && option.status === "selected") {
    const { basket } = await client.baskets.choose({ ...own, feature, value: null });
    return { basket, conflict: null };
  }
  const earlier = question.kind === "one" ? question.options.filter((one) => one.chosen && one.feature !== feature) : [];
  for (const one of earlier) await client.baskets.choose({ ...own, feature: one.feature, value: null });
  const answer = await client.baskets.choose({ ...own, feature, value: true });
  if (answer.accepted) return { basket: answer.basket, conflict: null };
  let { basket } = answer;
  for (const one of earlier)
    ({ basket } = await client.baskets.choose({ ...own, feature: one.feature, value: one.status === "selected" }));
  return { basket, conflict: answer.conflict };
}

/** Takes back the choices a way out names, then chooses what was wanted. */
export async function takeWayOut(own: Own, basket: Basket, drop: string[], feature: string): Promise<Basket> {
  const options = basket.questions.flatMap((question) => question.options);
  for (const name of drop) {
    const option = options.find((one) => one.chosen && (one.label.en === name || one.label.fr === name || one.feature === name));
    if (option) await client.baskets.choose({ ...own, feature: option.feature, value: null });
  }
  return (await client.baskets.choose({ ...own, feature, value: true })).basket;
}
