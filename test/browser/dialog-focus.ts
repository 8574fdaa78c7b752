import { expect, type Locator, type Page } from "@playwright/test";

/**
 * A dialog opened with the keyboard takes the focus, keeps it however often one presses Tab, shows where it is, and gives it
 * back to what opened it when Escape closes it.
 */
export async function expectDialogHoldsFocus(page: Page, opener: Locator): Promise<void> {
  await opener.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await expect.poll(() => dialog.evaluate((frame) => frame.contains(document.activeElement))).toBe(true);
  const stops = await dialog.locator("a[href], button:enabled, input:enabled, textarea:enabled").count();
  for (let stop = 0; stop <= stops; stop += 1) {
    await page.keyboard.press("Tab");
    expect(await dialog.evaluate((frame) => frame.contains(document.activeElement))).toBe(true);
    expect(await focusIsSeen(page), await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160) ?? "")).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
}

/** The focused thing, or what stands for it (the label of a hidden radio button), wears an outline, a ring or another border. */
export async function focusIsSeen(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return false;
    const shown = [at, at.parentElement, at.nextElementSibling].filter((each) => each !== null);
    const look = async (): Promise<string[]> => {
      await new Promise((resolve) => setTimeout(resolve, 160)); // colours change over a tenth of a second
      return shown.map((element) => {
        const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(element);
        return `${outlineStyle === "none" ? "" : outlineWidth} ${boxShadow} ${borderColor}`;
      });
    };
    const focused = await look();
    at.blur();
    const plain = await look();
    at.focus({ preventScroll: true });
    return focused.some((one, index) => one !== plain[index]);
  });
}
