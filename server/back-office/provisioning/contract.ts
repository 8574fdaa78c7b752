import { z } from "zod";
import { customer, id, instant, staff } from "#platform/contract.ts";

const tag = { tags: ["Provisioning"] };
const service = z.object({
  id,
  orderId: id,
  itemId: id,
  service: z.string(),
  sku: z.string(),
  identifier: z.string(),
  status: z.enum(["active", "suspended", "stopped"]),
  activatedAt: instant,
});
const rows = z.object({ rows: z.array(service) });

export const provisioningContract = {
  list: staff("read installed services")
    .route({ method: "GET", path: "/customers/{customerId}/services", summary: "Services running at a customer's", ...tag })
    .input(z.object({ customerId: id }))
    .output(rows),
  myServices: customer()
    .route({ method: "GET", path: "/my/services", summary: "My services", ...tag })
    .output(rows),
};
