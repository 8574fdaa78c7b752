/**
 * Staff: who works here, what they may do, and how they get in.
 * Words: staff member, role (nine of them), permission (a sentence), team, scope (whose records: own, team, all), API key
 * (acts in its owner's name), audit trail (every write asked of the API).
 * States: invited (has not signed in yet), active, deactivated. Facts: none on the customer's line.
 */
import { defineModule } from "#events/define-module.ts";
import { roles } from "#platform/context.ts";
import { staffContract } from "./contract.ts";
import { staffEvents } from "./events.ts";
import { staffRoutes } from "./routes.ts";
import { seedStaff } from "./seed.ts";
import { signInRoutes } from "./sign-in-routes.ts";

export const staffModule = defineModule({
  id: "record/staff",
  contract: staffContract,
  routes: staffRoutes,
  events: staffEvents,
  raw: signInRoutes,
  seed: seedStaff,
  permissions: {
    "use the console": { fr: "utiliser la console", roles },
    "see colleagues": { fr: "voir les collègues et leurs rôles", roles },
    "manage people": { fr: "inviter des collègues et changer leurs droits", roles: [] },
    "manage API keys": { fr: "gérer les clés d’API", roles: [] },
    "read the audit trail": { fr: "lire le journal d’audit", roles: [] },
  },
  refusals: {
    "auth.wrong_password": {
      status: 401,
      en: "The e-mail address or the password is not right. Try again, or ask for a new password.",
      fr: "L’adresse e-mail ou le mot de passe n’est pas correct. Réessayez, ou demandez un nouveau mot de passe.",
    },
    "auth.weak_password": {
      status: 400,
      en: "Choose a password of at least 12 characters.",
      fr: "Choisissez un mot de passe d’au moins 12 caractères.",
    },
    "auth.wrong_code": {
      status: 401,
      en: "This code is not right. Check the time on your phone and enter the newest code.",
      fr: "Ce code n’est pas correct. Vérifiez l’heure de votre téléphone et saisissez le dernier code.",
    },
    "auth.too_many_codes": {
      status: 429,
      en: "Too many wrong codes. Wait a few minutes, then sign in again.",
      fr: "Trop de codes erronés. Attendez quelques minutes, puis reconnectez-vous.",
    },
    "auth.no_second_factor": {
      status: 422,
      en: "Two-step verification is not switched on for this account.",
      fr: "La vérification en deux étapes n’est pas activée pour ce compte.",
    },
    "auth.access_ended": {
      status: 403,
      en: "Your access has ended. Ask an administrator to give it back.",
      fr: "Votre accès a pris fin. Demandez à un administrateur de le rétablir.",
    },
    "auth.no_provider": {
      status: 404,
      en: "No identity provider is configured here. Sign in with your e-mail address and password.",
      fr: "Aucun fournisseur d’identité n’est configuré ici. Connectez-vous avec votre adresse e-mail et votre mot de passe.",
    },
    "auth.provider_unreachable": {
      status: 503,
      en: "Your organisation’s sign-in does not answer at the moment. Try again shortly, or sign in with your password.",
      fr: "La connexion de votre organisation ne répond pas pour le moment. Réessayez dans un instant, ou connectez-vous avec votre mot de passe.",
    },
    "staff.email_taken": {
      status: 409,
      en: "Someone with the address {email} already works here. Change their rights instead.",
      fr: "Une personne avec l’adresse {email} travaille déjà ici. Changez plutôt ses droits.",
    },
    "team.name_taken": {
      status: 409,
      en: "There is a team called {name} already. Choose another name.",
      fr: "Une équipe s’appelle déjà {name}. Choisissez un autre nom.",
    },
    "staff.already_joined": {
      status: 409,
      en: "This person has already joined or has no access. Nothing was sent.",
      fr: "Cette personne a déjà rejoint l’équipe ou n’a plus d’accès. Rien n’a été envoyé.",
    },
    "staff.last_admin": {
      status: 422,
      en: "There must be at least one active administrator. Make someone else an administrator first.",
      fr: "Il faut au moins un administrateur actif. Nommez d’abord un autre administrateur.",
    },
    "staff.not_yourself": {
      status: 422,
      en: "You cannot take your own access away. Ask another administrator.",
      fr: "Vous ne pouvez pas retirer votre propre accès. Demandez à un autre administrateur.",
    },
    "staff.link_expired": {
      status: 410,
      en: "This link has expired. Ask for a new one on the sign-in page.",
      fr: "Ce lien a expiré. Demandez-en un nouveau depuis la page de connexion.",
    },
    "staff.link_invalid": {
      status: 410,
      en: "This link was already used or is incomplete. Ask for a new one on the sign-in page.",
      fr: "Ce lien a déjà servi ou est incomplet. Demandez-en un nouveau depuis la page de connexion.",
    },
    "api_key.roles_not_yours": {
      status: 403,
      en: "A key can only have roles that you hold yourself.",
      fr: "Une clé ne peut avoir que des rôles que vous possédez vous-même.",
    },
  },
});
