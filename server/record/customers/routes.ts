import { bind } from "#platform/bind.ts";
import { addContact } from "./add-contact.ts";
import { changeContact } from "./change-contact.ts";
import { changeCustomer } from "./change-customer.ts";
import { customersContract } from "./contract.ts";
import { createCustomer } from "./create-customer.ts";
import { listDuplicates } from "./find-duplicates.ts";
import { listContacts, showContact } from "./list-contacts.ts";
import { listCustomers } from "./list-customers.ts";
import { countEvents, listEvents } from "./list-events.ts";
import { listHistory } from "./list-history.ts";
import { mergeContacts } from "./merge-contacts.ts";
import { mergeCustomers } from "./merge-customers.ts";
import { showCauses } from "./show-causes.ts";
import { showCustomer } from "./show-customer.ts";
import { splitMerge } from "./split-merge.ts";
import { showTimeline } from "./timeline.ts";

export const customersRoutes = bind(customersContract, {
  list: listCustomers,
  show: showCustomer,
  create: createCustomer,
  change: changeCustomer,
  history: listHistory,
  addContact,
  listContacts,
  showContact,
  changeContact,
  timeline: showTimeline,
  events: listEvents,
  eventCount: countEvents,
  causes: showCauses,
  duplicates: listDuplicates,
  merge: mergeCustomers,
  mergeContacts,
  split: splitMerge,
});
