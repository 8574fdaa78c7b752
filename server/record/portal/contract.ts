import { z } from "zod";
import { customer, email, id, locale, ok, open, requiredText, text } from "#platform/contract.ts";

const tag = { tags: ["Portal"] };
const level = z.enum(["link", "full"]);

export const portalContract = {
  openLink: open()
    .route({ method: "POST", path: "/portal/links", summary: "Come in by a link from one of our messages", ...tag })
    .input(z.object({ token: z.string().max(4096) }))
    .output(z.object({ path: z.string(), level })),
  requestCode: open()
    .route({
      method: "POST",
      path: "/portal/codes",
      summary: "Ask for a one-time code by e-mail; the answer is the same whether we know the address or not",
      ...tag,
    })
    .input(z.object({ email }))
    .output(z.object({ sent: z.literal(true), expiresInMinutes: z.number() })),
  confirmCode: open()
    .route({ method: "POST", path: "/portal/sessions", summary: "Come in with the code", ...tag })
    .input(z.object({ email, code: z.string().regex(/^\d{6}$/, "six digits"), visitorId: id.optional() }))
    .output(z.object({ contactId: id, level })),
  me: customer()
    .route({ method: "GET", path: "/portal/me", summary: "Who I am here", ...tag })
    .output(
      z.object({
        contactId: id,
        customerId: id.nullable(),
        customerName: z.string().nullable(),
        customerNumber: z.string().nullable(),
        firstName: z.string(),
        lastName: z.string(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        jobTitle: z.string().nullable(),
        locale,
        level,
      }),
    ),
  changeMe: customer()
    .route({ method: "PATCH", path: "/portal/me", summary: "Change my name, phone or language (after a code)", ...tag })
    .input(
      z.object({
        firstName: requiredText(80).optional(),
        lastName: requiredText(80).optional(),
        phone: text(30).optional(),
        locale: locale.optional(),
      }),
    )
    .output(ok),
  signOut: customer()
    .route({ method: "DELETE", path: "/portal/session", summary: "Leave the portal", ...tag })
    .output(ok),
};
