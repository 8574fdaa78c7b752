import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import type { AskedForm } from "../../ui/landing/landing-form.tsx";

/** A form as its page asks it, with the words of today for what one may agree to. */
export function useAskedForm(slug: string | null): AskedForm | undefined {
  const forms = useQuery(api.forms.list.queryOptions());
  const purposes = useQuery({ ...api.consent.purposes.queryOptions(), staleTime: 300_000 });
  const form = forms.data?.rows.find((one) => one.slug === slug);
  if (!form) return undefined;
  return {
    name: form.name,
    fields: form.fields,
    purposes: (purposes.data?.rows ?? []).filter((one) => one.active && form.purposes.includes(one.key)),
  };
}
