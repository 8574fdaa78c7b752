import { expect, type Page } from "@playwright/test";
import { violationsOn } from "../look.ts";

/** Opens every page in a language and a colour scheme, and holds each to the same rules. */
export async function lookAround(
  page: Page,
  paths: readonly string[],
  as: { language: "fr" | "en"; colours: "light" | "dark" },
): Promise<void> {
  await page.emulateMedia({ colorScheme: as.colours });
  await page.evaluate(
    ([language, colours]) => {
      localStorage.setItem("throughline.locale", language!);
      localStorage.setItem("mantine-color-scheme-value", colours!);
    },
    [as.language, as.colours],
  );
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("lang", as.language);
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", as.colours);
    await settled(page);
    found.push(...(await violationsOn(page)).map((violation) => `${path}: ${violation}`));
  }
  expect(found).toEqual([]);
}

/** The page has its title and nothing on it is still on its way. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.locator("[aria-busy=true], .mantine-Skeleton-root")).toHaveCount(0);
}
