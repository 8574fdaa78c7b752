import { bind } from "#platform/bind.ts";
import { formsContract } from "./contract.ts";
import { listForms, listSubmissions, readForm } from "./queries.ts";
import { changeForm, createForm } from "./save-form.ts";
import { submitForm } from "./submit-form.ts";

export const formsRoutes = bind(formsContract, {
  list: listForms,
  create: createForm,
  change: changeForm,
  submissions: listSubmissions,
  read: readForm,
  submit: submitForm,
});
