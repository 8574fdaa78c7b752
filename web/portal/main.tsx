import { useQuery } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, useMemo } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "../api/query-client.ts";
import { sendAs } from "../api/send.ts";
import { loadPortalMessages } from "../i18n/load-portal.ts";
import { doesBrowserSpeakOurs } from "../i18n/locale.ts";
import { adoptLocale, startI18n } from "../i18n/start.ts";
import { Provider } from "../ui/provider.tsx";
import { brandTheme } from "../ui/theme.ts";
import { brandQuery } from "./brand.ts";
import { router } from "./router.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root");

sendAs("portal");
// the brand comes before the first paint, so the page never flashes in another colour; a server in trouble must not hide the page
const [, brand] = await Promise.all([startI18n(loadPortalMessages), queryClient.fetchQuery(brandQuery).catch(() => null)]);
if (brand && !doesBrowserSpeakOurs()) await adoptLocale(brand.locale);

function Portal() {
  const { data } = useQuery(brandQuery, queryClient);
  const color = data?.brandColor ?? "#3b5bdb";
  const theme = useMemo(() => brandTheme(color), [color]);
  return (
    <Provider theme={theme}>
      <RouterProvider router={router} />
    </Provider>
  );
}

createRoot(root).render(
  <StrictMode>
    <Portal />
  </StrictMode>,
);
