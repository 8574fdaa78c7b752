/** Every kind of fact there is, from the modules that state them. The same names in code, SQL, webhooks, documents and the map. */
import { organisationEvents } from "#record/organisation/events.ts";
import { staffEvents } from "#record/staff/events.ts";
import { customersEvents } from "#record/customers/events.ts";
import { portalEvents } from "#record/portal/events.ts";
import { consentEvents } from "#record/consent/events.ts";
import { messagingEvents } from "#record/messaging/events.ts";
import { segmentsEvents } from "#record/segments/events.ts";
import { importsEvents } from "#record/imports/events.ts";
import { webhooksEvents } from "#record/webhooks/events.ts";
import { campaignsEvents } from "#front-office/campaigns/events.ts";
import { formsEvents } from "#front-office/forms/events.ts";
import { interactionsEvents } from "#front-office/interactions/events.ts";
import { leadsEvents } from "#front-office/leads/events.ts";
import { opportunitiesEvents } from "#front-office/opportunities/events.ts";
import { knowledgeEvents } from "#front-office/knowledge/events.ts";
import { conversationsEvents } from "#front-office/conversations/events.ts";
import { catalogEvents } from "#cpq/catalog/events.ts";
import { configurationEvents } from "#cpq/configuration/events.ts";
import { rulesEvents } from "#cpq/rules/events.ts";
import { pricingEvents } from "#cpq/pricing/events.ts";
import { recommendationsEvents } from "#cpq/recommendations/events.ts";
import { basketsEvents } from "#cpq/baskets/events.ts";
import { approvalsEvents } from "#cpq/approvals/events.ts";
import { quotesEvents } from "#cpq/quotes/events.ts";
import { signaturesEvents } from "#cpq/signatures/events.ts";
import { ordersEvents } from "#back-office/orders/events.ts";
import { fulfillmentEvents } from "#back-office/fulfillment/events.ts";
import { appointmentsEvents } from "#back-office/appointments/events.ts";
import { provisioningEvents } from "#back-office/provisioning/events.ts";
import { subscriptionsEvents } from "#back-office/subscriptions/events.ts";
import { usageEvents } from "#back-office/usage/events.ts";
import { invoicesEvents } from "#back-office/invoices/events.ts";
import { paymentsEvents } from "#back-office/payments/events.ts";
import { ledgerEvents } from "#back-office/ledger/events.ts";
import { journeysEvents } from "#experience/journeys/events.ts";
import { kpisEvents } from "#experience/kpis/events.ts";
import { actionsEvents } from "#experience/actions/events.ts";
import { surveysEvents } from "#experience/surveys/events.ts";
import { feedbackEvents } from "#experience/feedback/events.ts";
import { listeningEvents } from "#experience/listening/events.ts";
import { customerValueEvents } from "#experience/customer-value/events.ts";
import { loyaltyEvents } from "#experience/loyalty/events.ts";
import { playbooksEvents } from "#experience/playbooks/events.ts";
import { assistantEvents } from "#experience/assistant/events.ts";
import { miningEvents } from "#analytics/mining/events.ts";
import { reportsEvents } from "#analytics/reports/events.ts";

export const catalog = {
  ...organisationEvents,
  ...staffEvents,
  ...customersEvents,
  ...portalEvents,
  ...consentEvents,
  ...messagingEvents,
  ...segmentsEvents,
  ...importsEvents,
  ...webhooksEvents,
  ...campaignsEvents,
  ...formsEvents,
  ...interactionsEvents,
  ...leadsEvents,
  ...opportunitiesEvents,
  ...knowledgeEvents,
  ...conversationsEvents,
  ...catalogEvents,
  ...configurationEvents,
  ...rulesEvents,
  ...pricingEvents,
  ...recommendationsEvents,
  ...basketsEvents,
  ...approvalsEvents,
  ...quotesEvents,
  ...signaturesEvents,
  ...ordersEvents,
  ...fulfillmentEvents,
  ...appointmentsEvents,
  ...provisioningEvents,
  ...subscriptionsEvents,
  ...usageEvents,
  ...invoicesEvents,
  ...paymentsEvents,
  ...ledgerEvents,
  ...journeysEvents,
  ...kpisEvents,
  ...actionsEvents,
  ...surveysEvents,
  ...feedbackEvents,
  ...listeningEvents,
  ...customerValueEvents,
  ...loyaltyEvents,
  ...playbooksEvents,
  ...assistantEvents,
  ...miningEvents,
  ...reportsEvents,
};

export type EventType = keyof typeof catalog;
export const isEventType = (text: string): text is EventType => text in catalog;
