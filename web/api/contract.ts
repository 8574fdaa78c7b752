/** Stands in until the server's root contract is on main; then client.ts imports that one. */
import { oc } from "@orpc/contract";
import { z } from "zod";

export const contract = {
  me: { get: oc.route({ method: "GET", path: "/me" }).output(z.object({ id: z.string() })) },
};
