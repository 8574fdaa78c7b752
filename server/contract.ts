/** The whole API: one entry per module. The web and the OpenAPI document are made from this and nothing else. */
import { organisationContract } from "#record/organisation/contract.ts";
import { staffContract } from "#record/staff/contract.ts";
import { customersContract } from "#record/customers/contract.ts";
import { portalContract } from "#record/portal/contract.ts";
import { consentContract } from "#record/consent/contract.ts";
import { messagingContract } from "#record/messaging/contract.ts";
import { segmentsContract } from "#record/segments/contract.ts";
import { importsContract } from "#record/imports/contract.ts";
import { webhooksContract } from "#record/webhooks/contract.ts";
import { campaignsContract } from "#front-office/campaigns/contract.ts";
import { formsContract } from "#front-office/forms/contract.ts";
import { interactionsContract } from "#front-office/interactions/contract.ts";
import { leadsContract } from "#front-office/leads/contract.ts";
import { opportunitiesContract } from "#front-office/opportunities/contract.ts";
import { knowledgeContract } from "#front-office/knowledge/contract.ts";
import { conversationsContract } from "#front-office/conversations/contract.ts";
import { catalogContract } from "#cpq/catalog/contract.ts";
import { configurationContract } from "#cpq/configuration/contract.ts";
import { rulesContract } from "#cpq/rules/contract.ts";
import { pricingContract } from "#cpq/pricing/contract.ts";
import { recommendationsContract } from "#cpq/recommendations/contract.ts";
import { basketsContract } from "#cpq/baskets/contract.ts";
import { approvalsContract } from "#cpq/approvals/contract.ts";
import { quotesContract } from "#cpq/quotes/contract.ts";
import { signaturesContract } from "#cpq/signatures/contract.ts";
import { ordersContract } from "#back-office/orders/contract.ts";
import { fulfillmentContract } from "#back-office/fulfillment/contract.ts";
import { appointmentsContract } from "#back-office/appointments/contract.ts";
import { provisioningContract } from "#back-office/provisioning/contract.ts";
import { subscriptionsContract } from "#back-office/subscriptions/contract.ts";
import { usageContract } from "#back-office/usage/contract.ts";
import { invoicesContract } from "#back-office/invoices/contract.ts";
import { paymentsContract } from "#back-office/payments/contract.ts";
import { ledgerContract } from "#back-office/ledger/contract.ts";
import { journeysContract } from "#experience/journeys/contract.ts";
import { kpisContract } from "#experience/kpis/contract.ts";
import { actionsContract } from "#experience/actions/contract.ts";
import { surveysContract } from "#experience/surveys/contract.ts";
import { feedbackContract } from "#experience/feedback/contract.ts";
import { listeningContract } from "#experience/listening/contract.ts";
import { customerValueContract } from "#experience/customer-value/contract.ts";
import { loyaltyContract } from "#experience/loyalty/contract.ts";
import { playbooksContract } from "#experience/playbooks/contract.ts";
import { assistantContract } from "#experience/assistant/contract.ts";
import { miningContract } from "#analytics/mining/contract.ts";
import { reportsContract } from "#analytics/reports/contract.ts";

export const contract = {
  organisation: organisationContract,
  staff: staffContract,
  customers: customersContract,
  portal: portalContract,
  consent: consentContract,
  messaging: messagingContract,
  segments: segmentsContract,
  imports: importsContract,
  webhooks: webhooksContract,
  campaigns: campaignsContract,
  forms: formsContract,
  interactions: interactionsContract,
  leads: leadsContract,
  opportunities: opportunitiesContract,
  knowledge: knowledgeContract,
  conversations: conversationsContract,
  catalog: catalogContract,
  configuration: configurationContract,
  rules: rulesContract,
  pricing: pricingContract,
  recommendations: recommendationsContract,
  baskets: basketsContract,
  approvals: approvalsContract,
  quotes: quotesContract,
  signatures: signaturesContract,
  orders: ordersContract,
  fulfillment: fulfillmentContract,
  appointments: appointmentsContract,
  provisioning: provisioningContract,
  subscriptions: subscriptionsContract,
  usage: usageContract,
  invoices: invoicesContract,
  payments: paymentsContract,
  ledger: ledgerContract,
  journeys: journeysContract,
  kpis: kpisContract,
  actions: actionsContract,
  surveys: surveysContract,
  feedback: feedbackContract,
  listening: listeningContract,
  customerValue: customerValueContract,
  loyalty: loyaltyContract,
  playbooks: playbooksContract,
  assistant: assistantContract,
  mining: miningContract,
  reports: reportsContract,
};
