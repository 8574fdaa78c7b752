import { useMe } from "../../api/session.ts";
import { DispatchScreen } from "./dispatch-board.tsx";
import { TechnicianDay } from "./technician-day.tsx";

/** A technician sees their own day; whoever dispatches sees everyone's. */
export default function Appointments() {
  const me = useMe();
  if (!me) return null;
  return me.roles.every((role) => role === "technician") ? <TechnicianDay /> : <DispatchScreen />;
}
