/**
 * The look: indigo, Inter, soft corners. Text colours are darker (light mode) or lighter (dark mode) than Mantine's
 * so that every text reaches WCAG AA (4.5:1) on the backgrounds it is used on.
 */
import {
  createTheme,
  type CSSVariablesResolver,
  darken,
  DEFAULT_THEME,
  lighten,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from "@mantine/core";

const fontFamily = "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', sans-serif";

/** A cool dark, lighter by two steps from page to card to control. */
const dark: MantineColorsTuple = [
  "#e6e8ea",
  "#c9ccd1",
  "#b4b8bd",
  "#8b9198",
  "#3d434a",
  "#2a2e33",
  "#1d2024",
  "#16181b",
  "#121417",
  "#0d0f11",
];

const base: MantineThemeOverride = {
  colors: { dark },
  primaryColor: "indigo",
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: "md",
  autoContrast: true,
  luminanceThreshold: 0.35,
  fontFamily,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, monospace",
  headings: {
    fontFamily,
    fontWeight: "650",
    sizes: { h1: { fontSize: "1.375rem" }, h2: { fontSize: "1.125rem" }, h3: { fontSize: "1rem" }, h4: { fontSize: "0.875rem" } },
  },
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.125rem" },
  cursorType: "pointer",
  focusRing: "auto",
  components: {
    Button: { defaultProps: { size: "sm" } },
    ActionIcon: { defaultProps: { variant: "default", size: "lg" } },
    Badge: { defaultProps: { variant: "light", radius: "xl", tt: "none", fw: 600 } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    Paper: { defaultProps: { radius: "md" } },
    Card: { defaultProps: { radius: "md", withBorder: true } },
    // the placeholder is a child a menu may not have
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Drawer: { defaultProps: { position: "right", size: "lg" } },
    Modal: { defaultProps: { radius: "lg" }, styles: { title: { fontSize: "1rem", fontWeight: 650 } } },
    // a <header> outside the page's own would be a second banner
    ModalHeader: { defaultProps: { component: "div" } },
    DrawerHeader: { defaultProps: { component: "div" } },
    Anchor: { defaultProps: { underline: "hover" } },
    Breadcrumbs: { defaultProps: { separatorMargin: 6 } },
    Skeleton: { defaultProps: { radius: "sm" } },
  },
};

/** The console's theme. */
export const theme = createTheme(base);

/** The portal in the organisation's own colour: ten shades around it, the colour itself at the primary shade. */
export function brandTheme(color: string): MantineThemeOverride {
  const shades = [0.93, 0.84, 0.7, 0.55, 0.4, 0.28, 0.18, 0.09].map((amount) => lighten(color, amount));
  const brand = [...shades, color, darken(color, 0.15)] as unknown as MantineColorsTuple;
  return createTheme({ ...base, colors: { dark, brand }, primaryColor: "brand", defaultRadius: "md" });
}

/** Every colour's `light` variant (badges, light buttons, alerts) and the neutral texts, at AA contrast. */
export const contrastResolver: CSSVariablesResolver = (resolved) => {
  const light: Record<string, string> = {
    "--mantine-color-dimmed": "#5c636a",
    "--mantine-color-placeholder": "#5c636a",
    "--mantine-color-text": "#14171a",
    "--mantine-color-anchor": resolved.colors[resolved.primaryColor]?.[9] ?? "#364fc7",
    "--tl-surface": "#ffffff",
    "--tl-sunken": "#f8f9fa",
    "--tl-line": "#dee2e6",
    "--tl-good-bg": "#ebfbee",
    "--tl-good-fg": "#1b5e2b",
    "--tl-good-line": "#2b8a3e",
    "--tl-bad-bg": "#fff0f0",
    "--tl-bad-fg": "#9b1c1c",
    "--tl-bad-line": "#e03131",
    "--tl-warn-bg": "#fff4e6",
    "--tl-warn-fg": "#8a3400",
    "--tl-plan-bg": "#f3f0ff",
    "--tl-plan-fg": "#4c2ea3",
    "--tl-stage-bg": "#edf2ff",
    "--tl-stage-fg": "#2b3ea8",
  };
  const dark: Record<string, string> = {
    "--mantine-color-dimmed": "#b4b8bd",
    "--mantine-color-placeholder": "#a6abb1",
    "--mantine-color-text": "#e6e8ea",
    // a button one cannot press yet is still seen to be a button on a card
    "--mantine-color-disabled": "#2a2e33",
    "--mantine-color-disabled-color": "#8b9198",
    "--mantine-color-disabled-border": "#3d434a",
    "--mantine-color-anchor": resolved.colors[resolved.primaryColor]?.[3] ?? "#91a7ff",
    "--tl-surface": "#1d2024",
    "--tl-sunken": "#121417",
    "--tl-line": "#34383e",
    "--tl-good-bg": "#15291b",
    "--tl-good-fg": "#9be3ac",
    "--tl-good-line": "#40c057",
    "--tl-bad-bg": "#341a1b",
    "--tl-bad-fg": "#ffb3b3",
    "--tl-bad-line": "#fa5252",
    "--tl-warn-bg": "#33230f",
    "--tl-warn-fg": "#ffc98a",
    "--tl-plan-bg": "#262040",
    "--tl-plan-fg": "#c9b8ff",
    "--tl-stage-bg": "#1f2747",
    "--tl-stage-fg": "#b7c5ff",
  };
  for (const [name, shades] of Object.entries({ ...DEFAULT_THEME.colors, ...resolved.colors })) {
    if (!shades || name === "dark" || name === "gray") continue;
    light[`--mantine-color-${name}-light`] = shades[1];
    light[`--mantine-color-${name}-light-hover`] = shades[2];
    light[`--mantine-color-${name}-light-color`] = darken(shades[9], 0.35);
    light[`--mantine-color-${name}-outline`] = darken(shades[9], 0.15);
    dark[`--mantine-color-${name}-light-color`] = shades[1];
    dark[`--mantine-color-${name}-light`] = darken(shades[9], 0.45);
    dark[`--mantine-color-${name}-light-hover`] = darken(shades[9], 0.35);
    dark[`--mantine-color-${name}-outline`] = shades[3];
  }
  light["--mantine-color-gray-light"] = "#eef0f2";
  light["--mantine-color-gray-light-color"] = "#343a40";
  light["--mantine-color-gray-light-hover"] = "#e3e6e9";
  dark["--mantine-color-gray-light"] = "#2a2e33";
  dark["--mantine-color-gray-light-hover"] = "#343a41";
  dark["--mantine-color-gray-light-color"] = "#dee2e6";
  light["--mantine-color-error"] = "#c92a2a";
  dark["--mantine-color-error"] = "#ff8787";
  return { variables: {}, light, dark };
};
