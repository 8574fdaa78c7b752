/** Every area of the portal; those with a tab, in the order of the tabs. */
import type { PortalArea } from "./area.ts";
import access from "./access/area.tsx";
import basket from "./basket/area.tsx";
import booking from "./booking/area.tsx";
import chat from "./chat/area.tsx";
import home from "./home/area.tsx";
import installation from "./installation/area.tsx";
import invoices from "./invoices/area.tsx";
import landing from "./landing/area.tsx";
import orders from "./orders/area.tsx";
import payment from "./payment/area.tsx";
import preferences from "./preferences/area.tsx";
import quote from "./quote/area.tsx";
import referral from "./referral/area.tsx";
import services from "./services/area.tsx";
import survey from "./survey/area.tsx";
import usage from "./usage/area.tsx";

export const areas: PortalArea[] = [
  access,
  home,
  landing,
  basket,
  quote,
  orders,
  services,
  booking,
  installation,
  usage,
  invoices,
  payment,
  survey,
  chat,
  preferences,
  referral,
];
