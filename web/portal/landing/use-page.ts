import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useBrand } from "../brand.ts";

/** The page of the address, and the tab's name. */
export function useLandingPage() {
  const { slug = "" } = useParams({ strict: false }) as { slug?: string };
  const { locale } = useFormat();
  const { brandName } = useBrand();
  const query = useQuery({ ...api.campaigns.page.queryOptions({ input: { slug } }), staleTime: 60_000 });
  const title = query.data?.content[locale].title;
  useEffect(() => {
    if (title) document.title = brandName ? `${title} · ${brandName}` : title;
  }, [title, brandName]);
  return { slug, query };
}
