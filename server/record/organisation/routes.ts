import { bind } from "#platform/bind.ts";
import { changeCalendar } from "./change-calendar.ts";
import { changeOrganisation } from "./change-organisation.ts";
import { organisationContract } from "./contract.ts";
import { moveClock } from "./move-clock.ts";
import { listCalendars, showBrand, showOrganisation, showStatus } from "./queries.ts";

export const organisationRoutes = bind(organisationContract, {
  brand: showBrand,
  show: showOrganisation,
  change: changeOrganisation,
  listCalendars,
  changeCalendar,
  status: showStatus,
  moveClock,
});
