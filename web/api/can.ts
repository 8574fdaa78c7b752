import { useCallback } from "react";
import { useSession } from "./session.ts";

/**
 * Whether the reader may do something: `can("quotes.send")`. A server that sends no list of permissions decides by
 * itself, and refuses with a reason: the screen then hides nothing.
 */
export function useCan(): (permission: string) => boolean {
  const permissions = useSession()?.user.permissions;
  return useCallback(
    (permission) => !permissions || permissions.includes(permission) || permissions.includes("*"),
    [permissions],
  );
}
