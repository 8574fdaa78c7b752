import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "../api/client.ts";

/** Used until the organisation's own is known, and where it cannot be reached. */
const plain = { brandName: "", brandColor: "#3b5bdb", logoSvg: null, locale: "en", demo: false } as const;

export const brandQuery = queryOptions({ ...api.organisation.brand.queryOptions(), staleTime: 3_600_000, retry: 1 });

/** Name, colour and logo of the organisation: what its customers know it by. */
export const useBrand = () => useQuery(brandQuery).data ?? plain;

/** The logo as an image: an SVG in an <img> can run nothing. */
export const logoUrl = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
