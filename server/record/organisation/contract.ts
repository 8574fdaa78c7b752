import { z } from "zod";
import { currency, id, instant, locale, ok, open, requiredText, staff, text } from "#platform/contract.ts";

const tag = { tags: ["Organisation"] };
const range = z.tuple([z.string().regex(/^\d\d:\d\d$/), z.string().regex(/^\d\d:\d\d$/)]);
export const weekHours = z.record(z.enum(["1", "2", "3", "4", "5", "6", "7"]), z.array(range).max(6));
export const postalAddress = z.object({
  line1: requiredText(120),
  line2: text(120).optional(),
  postcode: requiredText(12),
  city: requiredText(80),
  country: z.string().length(2),
});

const legalEntity = z.object({
  id,
  name: z.string(),
  legalForm: z.string().nullable(),
  siren: z.string().nullable(),
  vatNumber: z.string().nullable(),
  address: postalAddress,
  iban: z.string().nullable(),
  bic: z.string().nullable(),
  email: z.string(),
  phone: z.string().nullable(),
  brandName: z.string(),
  brandColor: z.string(),
  logoSvg: z.string().nullable(),
  currency,
  timeZone: z.string(),
  locale,
});
const calendar = z.object({
  id,
  name: z.string(),
  timeZone: z.string(),
  week: weekHours,
  holidays: z.array(z.string()),
  isDefault: z.boolean(),
});
const loop = z.object({
  name: z.string(),
  lastStartedAt: instant.nullable(),
  lastFinishedAt: instant.nullable(),
  error: z.string().nullable(),
});

export const organisationContract = {
  brand: open()
    .route({ method: "GET", path: "/organisation/brand", summary: "Name, colour and logo that customers see", ...tag })
    .output(
      z.object({ brandName: z.string(), brandColor: z.string(), logoSvg: z.string().nullable(), locale, demo: z.boolean() }),
    ),
  show: staff("read settings")
    .route({ method: "GET", path: "/organisation", summary: "The legal entity that sells and bills", ...tag })
    .output(legalEntity),
  change: staff("change settings")
    .route({ method: "PATCH", path: "/organisation", summary: "Change the legal entity or its brand", ...tag })
    .input(
      z.object({
        name: requiredText(160).optional(),
        email: z.email().optional(),
        phone: text(30).optional(),
        brandName: requiredText(60).optional(),
        brandColor: z
          .string()
          .regex(/^#[0-9a-f]{6}$/i)
          .optional(),
        vatNumber: text(20).optional(),
        siren: text(14).optional(),
        iban: text(34).optional(),
        bic: text(11).optional(),
        address: postalAddress.optional(),
      }),
    )
    .output(ok),
  listCalendars: staff("read settings")
    .route({ method: "GET", path: "/organisation/calendars", summary: "Business calendars", ...tag })
    .output(z.object({ rows: z.array(calendar) })),
  changeCalendar: staff("change settings")
    .route({ method: "PUT", path: "/organisation/calendars/{calendarId}", summary: "Change opening hours and holidays", ...tag })
    .input(z.object({ calendarId: id, week: weekHours, holidays: z.array(z.iso.date()).max(200) }))
    .output(ok),
  status: staff("read the status of the installation")
    .route({
      method: "GET",
      path: "/status",
      summary: "When each loop last ran, where each projection stands, how long the queue is",
      ...tag,
    })
    .output(
      z.object({
        now: instant,
        clockOffsetMs: z.number(),
        demo: z.boolean(),
        waitingJobs: z.number(),
        failedJobs: z.number(),
        lastPosition: z.string(),
        loops: z.array(loop),
        projections: z.array(
          z.object({ name: z.string(), behind: z.number(), updatedAt: instant, error: z.string().nullable() }),
        ),
      }),
    ),
  moveClock: staff("move the demo clock")
    .route({
      method: "POST",
      path: "/demo/clock",
      summary: "Demo only: move the clock forward and let what is due happen",
      ...tag,
    })
    .input(
      z.object({
        to: instant.optional(),
        advanceMinutes: z
          .number()
          .int()
          .min(1)
          .max(60 * 24 * 400)
          .optional(),
      }),
    )
    .output(z.object({ now: instant })),
};
