import { expect, test } from "@playwright/test";
import { expectDialogHoldsFocus, focusIsSeen } from "../dialog-focus.ts";
import { expectAccessible, expectNoSideScroll } from "../look.ts";
import { answers } from "../line/answers.ts";
import { settled } from "../line/look-around.ts";
import { wordsOf } from "../words.ts";

for (const width of [390, 768, 1280]) {
  test(`a basket is made up with the keyboard alone, at ${width} px`, async ({ page }) => {
    const { say } = await wordsOf("en");
    const { guide } = answers.en;
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/shop/fibre-pro?lang=en");
    await settled(page);
    await expectNoSideScroll(page);
    await expectAccessible(page);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: say("common:shell.skip") })).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: guide.small })).toBeFocused(); // past the tabs, at the first answer
    expect(await focusIsSeen(page)).toBe(true);
    const choose = async (option: string): Promise<void> => {
      const button = page.getByRole("button", { name: option });
      await button.focus();
      await page.keyboard.press("Enter");
      await expect(button).toHaveAttribute("aria-pressed", "true");
      await expect(button).toBeFocused(); // the answer changes the page, not where one is
    };
    await choose(guide.self);
    await expectDialogHoldsFocus(page, page.getByRole("button", { name: guide.large }));
    await choose(guide.small);
    await expectDialogHoldsFocus(page, page.getByRole("button", { name: say("portal-shop:request.action") }));
  });
}
