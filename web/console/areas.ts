/** Every area of the console, in the order of the navigation. */
import type { Area } from "./area.ts";
import appointments from "./appointments/area.tsx";
import campaigns from "./campaigns/area.tsx";
import catalog from "./catalog/area.tsx";
import conversations from "./conversations/area.tsx";
import customers from "./customers/area.tsx";
import feedback from "./feedback/area.tsx";
import home from "./home/area.tsx";
import imports from "./imports/area.tsx";
import invoices from "./invoices/area.tsx";
import journeyMap from "./journey-map/area.tsx";
import knowledge from "./knowledge/area.tsx";
import kpis from "./kpis/area.tsx";
import leads from "./leads/area.tsx";
import ledger from "./ledger/area.tsx";
import loyalty from "./loyalty/area.tsx";
import opportunities from "./opportunities/area.tsx";
import orders from "./orders/area.tsx";
import payments from "./payments/area.tsx";
import playbooks from "./playbooks/area.tsx";
import processes from "./processes/area.tsx";
import quotes from "./quotes/area.tsx";
import reports from "./reports/area.tsx";
import rules from "./rules/area.tsx";
import reviews from "./reviews/area.tsx";
import segments from "./segments/area.tsx";
import settings from "./settings/area.tsx";
import status from "./status/area.tsx";
import subscriptions from "./subscriptions/area.tsx";
import surveys from "./surveys/area.tsx";
import value from "./value/area.tsx";
import webhooks from "./webhooks/area.tsx";

export const areas: Area[] = [
  home,
  reports,
  customers,
  leads,
  campaigns,
  segments,
  opportunities,
  conversations,
  knowledge,
  quotes,
  catalog,
  rules,
  orders,
  appointments,
  subscriptions,
  invoices,
  payments,
  ledger,
  journeyMap,
  processes,
  kpis,
  surveys,
  feedback,
  reviews,
  value,
  loyalty,
  playbooks,
  imports,
  webhooks,
  status,
  settings,
];
