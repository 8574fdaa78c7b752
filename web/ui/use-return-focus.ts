import { useEffect, useState } from "react";

/** For a dialog that is only there while it is open: gives the focus back to what opened it when it goes. */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // after the dialog is gone, or its own hold on the focus would take it back
      setTimeout(() => opener instanceof HTMLElement && opener.isConnected && opener.focus({ preventScroll: true }));
    },
    [opener],
  );
}
