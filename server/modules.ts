/**
 * Every module, in the order a customer meets it: from who we are to booked revenue and how it felt.
 * This is the table of contents and the dependency order: a module imports only modules above it; events flow to anyone.
 */
import type { Module } from "#events/define-module.ts";
import { organisationModule } from "#record/organisation/module.ts";
import { staffModule } from "#record/staff/module.ts";
import { customersModule } from "#record/customers/module.ts";
import { portalModule } from "#record/portal/module.ts";
import { consentModule } from "#record/consent/module.ts";
import { messagingModule } from "#record/messaging/module.ts";
import { segmentsModule } from "#record/segments/module.ts";
import { importsModule } from "#record/imports/module.ts";
import { webhooksModule } from "#record/webhooks/module.ts";
import { campaignsModule } from "#front-office/campaigns/module.ts";
import { formsModule } from "#front-office/forms/module.ts";
import { interactionsModule } from "#front-office/interactions/module.ts";
import { leadsModule } from "#front-office/leads/module.ts";
import { opportunitiesModule } from "#front-office/opportunities/module.ts";
import { knowledgeModule } from "#front-office/knowledge/module.ts";
import { conversationsModule } from "#front-office/conversations/module.ts";
import { catalogModule } from "#cpq/catalog/module.ts";
import { configurationModule } from "#cpq/configuration/module.ts";
import { rulesModule } from "#cpq/rules/module.ts";
import { pricingModule } from "#cpq/pricing/module.ts";
import { recommendationsModule } from "#cpq/recommendations/module.ts";
import { basketsModule } from "#cpq/baskets/module.ts";
import { approvalsModule } from "#cpq/approvals/module.ts";
import { quotesModule } from "#cpq/quotes/module.ts";
import { signaturesModule } from "#cpq/signatures/module.ts";
import { ordersModule } from "#back-office/orders/module.ts";
import { fulfillmentModule } from "#back-office/fulfillment/module.ts";
import { appointmentsModule } from "#back-office/appointments/module.ts";
import { provisioningModule } from "#back-office/provisioning/module.ts";
import { subscriptionsModule } from "#back-office/subscriptions/module.ts";
import { usageModule } from "#back-office/usage/module.ts";
import { invoicesModule } from "#back-office/invoices/module.ts";
import { paymentsModule } from "#back-office/payments/module.ts";
import { ledgerModule } from "#back-office/ledger/module.ts";
import { journeysModule } from "#experience/journeys/module.ts";
import { kpisModule } from "#experience/kpis/module.ts";
import { actionsModule } from "#experience/actions/module.ts";
import { surveysModule } from "#experience/surveys/module.ts";
import { feedbackModule } from "#experience/feedback/module.ts";
import { listeningModule } from "#experience/listening/module.ts";
import { customerValueModule } from "#experience/customer-value/module.ts";
import { loyaltyModule } from "#experience/loyalty/module.ts";
import { playbooksModule } from "#experience/playbooks/module.ts";
import { assistantModule } from "#experience/assistant/module.ts";
import { miningModule } from "#analytics/mining/module.ts";
import { reportsModule } from "#analytics/reports/module.ts";

export const modules: readonly Module[] = [
  organisationModule,
  staffModule,
  customersModule,
  portalModule,
  consentModule,
  messagingModule,
  segmentsModule,
  importsModule,
  webhooksModule,
  campaignsModule,
  formsModule,
  interactionsModule,
  leadsModule,
  opportunitiesModule,
  knowledgeModule,
  conversationsModule,
  catalogModule,
  configurationModule,
  rulesModule,
  pricingModule,
  recommendationsModule,
  basketsModule,
  approvalsModule,
  quotesModule,
  signaturesModule,
  ordersModule,
  fulfillmentModule,
  appointmentsModule,
  provisioningModule,
  subscriptionsModule,
  usageModule,
  invoicesModule,
  paymentsModule,
  ledgerModule,
  journeysModule,
  kpisModule,
  actionsModule,
  surveysModule,
  feedbackModule,
  listeningModule,
  customerValueModule,
  loyaltyModule,
  playbooksModule,
  assistantModule,
  miningModule,
  reportsModule,
];
