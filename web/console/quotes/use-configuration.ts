import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, type client } from "../../api/client.ts";

export type Configuration = Awaited<ReturnType<typeof client.quotes.tryConfiguration>>;
export type Question = Configuration["questions"][number];
type Choice = Configuration["choices"][number];

/** A guide answered by the seller. The server is asked at each answer what still goes together; nothing is kept there. */
export function useConfiguration(guide: string) {
  const [asked, setAsked] = useState<{ choices: Choice[]; wanted?: Choice; before?: Choice[] }>({ choices: [] });
  const query = useQuery({
    ...api.quotes.tryConfiguration.queryOptions({
      input: { guide, choices: asked.choices, ...(asked.wanted && { wanted: asked.wanted }) },
    }),
    enabled: guide !== "",
    placeholderData: keepPreviousData,
  });
  const settled = (query.data?.conflict ? asked.before : query.data?.choices) ?? [];
  const without = (features: readonly string[]): Choice[] => settled.filter(({ feature }) => !features.includes(feature));
  return {
    query,
    choices: settled,
    /** Gives or takes back an answer. A question of one answer gives up its earlier one. */
    answer(question: Question, feature: string): void {
      const option = question.options.find((one) => one.feature === feature);
      if (option?.chosen && option.status === "selected") return setAsked({ choices: without([feature]) });
      const rivals = question.kind === "one" ? question.options.map((one) => one.feature) : [feature];
      setAsked({ choices: without(rivals), wanted: { feature, value: true }, before: settled });
    },
    /** Gives up what a way out names, then has what was wanted. */
    take: (drop: readonly string[], feature: string): void =>
      setAsked({ choices: without([...drop, feature]), wanted: { feature, value: true }, before: settled }),
    /** Leaves everything as it was before the wish that cannot be. */
    keep: (): void => setAsked({ choices: settled }),
    reset: (): void => setAsked({ choices: [] }),
  };
}
