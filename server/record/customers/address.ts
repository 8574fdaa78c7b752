import type { z } from "zod";
import type { postalAddress } from "#record/organisation/contract.ts";

export type Address = z.infer<typeof postalAddress>;
