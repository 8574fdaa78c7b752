import { Button, Group } from "@mantine/core";
import { hideNotification, showNotification } from "@mantine/notifications";
import i18next from "i18next";
import type { T } from "../i18n/use-t.ts";
import { explain } from "./error-state.tsx";
import { randomId } from "../api/random-id.ts";

const t: T = (key, values) => i18next.t(key, values ?? {}) as string;
const undoMs = 8000;

/** Says that something is done. */
export function tell(message: string): void {
  showNotification({ message, color: "teal", autoClose: 4000, closeButtonProps: { "aria-label": t("action.close") } });
}

/** Says why something was refused, in the server's words, with the request number. */
export function tellError(error: unknown): void {
  const { title, text, requestId } = explain(error, t);
  const message = requestId ? `${text} ${t("error.requestId", { id: requestId })}` : text;
  showNotification({ title, message, color: "red", autoClose: 15_000, closeButtonProps: { "aria-label": t("action.close") } });
}

/** Says what was done and offers to take it back: instead of "are you sure?". */
export function tellUndo({ message, undo }: { message: string; undo: () => Promise<unknown> | void }): void {
  const id = randomId();
  const takeBack = async (): Promise<void> => {
    hideNotification(id);
    try {
      await undo();
      tell(t("undo.done"));
    } catch (error) {
      tellError(error);
    }
  };
  showNotification({
    id,
    autoClose: undoMs,
    closeButtonProps: { "aria-label": t("action.close") },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{message}</span>
        <Button size="compact-sm" variant="light" onClick={() => void takeBack()}>
          {t("action.undo")}
        </Button>
      </Group>
    ),
  });
}

/** Does it now; offers to undo once it is done. Errors are told, never thrown: for event handlers. */
export async function doWithUndo(work: {
  message: string;
  run: () => Promise<unknown>;
  undo: () => Promise<unknown>;
}): Promise<void> {
  try {
    await work.run();
    tellUndo(work);
  } catch (error) {
    tellError(error);
  }
}

const waiting = new Map<string, () => void>();
addEventListener("pagehide", () => {
  for (const run of waiting.values()) run();
});

/**
 * For what cannot be taken back (a mail leaves): hides it now with `hide`, really does it when the time to undo is over
 * or the page is left; `show` puts it back.
 */
export function doUnlessUndone(work: { message: string; hide: () => void; show: () => void; run: () => Promise<unknown> }): void {
  const id = randomId();
  work.hide();
  const really = (): void => {
    if (!waiting.delete(id)) return;
    work.run().catch((error: unknown) => {
      work.show();
      tellError(error);
    });
  };
  waiting.set(id, really);
  setTimeout(really, undoMs);
  tellUndo({
    message: work.message,
    undo: () => {
      if (waiting.delete(id)) work.show();
      else throw new Error("too late");
    },
  });
}
