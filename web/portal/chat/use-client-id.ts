import { useRef } from "react";
import { randomId } from "../../api/random-id.ts";

/** One id for one message: sending the same words again after a failure is the same message, not another. */
export function useClientId(): { of: (text: string) => string; done: () => void } {
  const last = useRef<{ text: string; id: string }>(undefined);
  return {
    of: (text) => {
      if (last.current?.text !== text) last.current = { text, id: randomId() };
      return last.current.id;
    },
    done: () => {
      last.current = undefined;
    },
  };
}
