import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { loadConsoleMessages } from "../i18n/load-console.ts";
import { startI18n } from "../i18n/start.ts";
import { Provider } from "../ui/provider.tsx";
import { router } from "./router.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root");

await startI18n(loadConsoleMessages);
createRoot(root).render(
  <StrictMode>
    <Provider>
      <RouterProvider router={router} />
    </Provider>
  </StrictMode>,
);
