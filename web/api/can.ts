import { useCallback } from "react";
import { useMe } from "./session.ts";

/** Whether the reader may do something, by its sentence: `can("send quotes")`. What they may not do is hidden or explained. */
export function useCan(): (permission: string) => boolean {
  const permissions = useMe()?.permissions;
  return useCallback((permission) => permissions?.includes(permission) ?? false, [permissions]);
}
