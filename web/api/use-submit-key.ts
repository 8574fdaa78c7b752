import { useCallback, useState } from "react";
import { randomId } from "./random-id.ts";

/**
 * One idempotency key for one intention: pressing twice, or again after a timeout, repeats the same write.
 * Call `renew()` after success, when the form is ready for another one.
 */
export function useSubmitKey(): { key: string; renew: () => void } {
  const [key, setKey] = useState(() => randomId());
  return { key, renew: useCallback(() => setKey(randomId()), []) };
}
