import { Modal } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { ApiError } from "../api/api-error.ts";
import { useT } from "../i18n/use-t.ts";
import { CodeForm } from "./code-form.tsx";
import { usePortalMe } from "./session.ts";

/**
 * For what needs to be sure who it is (signing): `const { sure, dialog } = useSure()`, then `await sure(() => sign(...))`
 * and render `dialog`. Where the server asks for a code, the dialog does, and the work is done again once it is entered.
 */
export function useSure(): { sure: <Output>(work: () => Promise<Output>) => Promise<Output>; dialog: ReactNode } {
  const t = useT("portal");
  const me = usePortalMe();
  const [asking, setAsking] = useState<{ entered: () => void; leave: () => void }>();
  const sure = async <Output,>(work: () => Promise<Output>): Promise<Output> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== "portal.code_needed") throw error;
      await new Promise<void>((entered, leave) => setAsking({ entered, leave: () => leave(error) }));
      return await work();
    }
  };
  const close = (then: (() => void) | undefined): void => {
    setAsking(undefined);
    then?.();
  };
  const dialog = (
    <Modal
      opened={!!asking}
      onClose={() => close(asking?.leave)}
      title={t("access.sureTitle")}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <CodeForm email={me?.email ?? ""} onEntered={() => close(asking?.entered)} />
    </Modal>
  );
  return { sure, dialog };
}
