/** Everything a page of ours stands on: theme, language of dates, notifications, server cache. */
import "@mantine/core/styles.layer.css";
import "@mantine/dates/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "@mantine/spotlight/styles.layer.css";
import "@mantine/dropzone/styles.layer.css";
import "@fontsource-variable/inter/wght.css";
import "./ui.css";
import "dayjs/locale/fr";
import { localStorageColorSchemeManager, MantineProvider, type MantineThemeOverride, mergeThemeOverrides } from "@mantine/core";
import { DatesProvider } from "@mantine/dates";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { queryClient } from "../api/query-client.ts";
import { useFormat } from "../i18n/use-format.ts";
import { useT } from "../i18n/use-t.ts";
import { announceNonce, cspNonce } from "./csp-nonce.ts";
import { calendarDefaults } from "./date-labels.ts";
import { contrastResolver, theme as consoleTheme } from "./theme.ts";

announceNonce();
const schemes = localStorageColorSchemeManager({ key: "throughline.scheme" });

export function Provider({ theme = consoleTheme, children }: { theme?: MantineThemeOverride; children: ReactNode }) {
  const { locale } = useFormat();
  const t = useT();
  const dated = useMemo(() => mergeThemeOverrides(theme, calendarDefaults(t)), [theme, t]);
  return (
    <MantineProvider
      theme={dated}
      cssVariablesResolver={contrastResolver}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      getStyleNonce={cspNonce}
    >
      <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>
        <QueryClientProvider client={queryClient}>
          <Notifications position="bottom-center" autoClose={8000} limit={4} />
          {children}
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
