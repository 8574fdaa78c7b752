import type { Theme } from "./themes.ts";

/** What customers of a service speak of. Each organisation edits its own. */
export const standardThemes: readonly (Theme & { name: { en: string; fr: string } })[] = [
  {
    key: "delivery",
    name: { en: "Delivery", fr: "Livraison" },
    words: {
      en: ["deliver", "parcel", "package", "shipment", "shipping", "shipped", "courier", "promised date"],
      fr: ["livrai", "livré", "livrer", "livreu", "colis", "expédi", "transporteur", "date promise"],
    },
  },
  {
    key: "price",
    name: { en: "Price", fr: "Prix" },
    words: {
      en: ["price", "pricing", "pricey", "overpriced", "expensive", "cheap", "cost", "discount", "value for money", "fees"],
      fr: ["prix", "tarif", "cher", "coût", "coûteu", "remise", "promotion", "rapport qualité"],
    },
  },
  {
    key: "billing",
    name: { en: "Billing", fr: "Facturation" },
    words: {
      en: ["invoice", "bill", "charge me", "charged", "payment", "overcharg", "refund", "credit card"],
      fr: ["factur", "prélèvement", "paiement", "débité", "rembours", "prélevé"],
    },
  },
  {
    key: "staff",
    name: { en: "People", fr: "Personnel" },
    words: {
      en: [
        "technician",
        "installer",
        "agent",
        "staff",
        "advisor",
        "salesperson",
        "employee",
        "waiter",
        "waitress",
        "server",
        "friendly",
        "rude",
        "helpful",
      ],
      fr: [
        "technicien",
        "installateur",
        "conseiller",
        "conseillère",
        "agent",
        "personnel",
        "équipe",
        "aimable",
        "impoli",
        "commercial",
        "vendeu",
        "serveu",
        "accueil",
      ],
    },
  },
  {
    key: "product",
    name: { en: "Product", fr: "Produit" },
    words: {
      en: [
        "router",
        "wifi",
        "wi-fi",
        "speed",
        "connection",
        "box",
        "product",
        "outage",
        "quality",
        "battery",
        "broken",
        "defective",
      ],
      fr: [
        "routeur",
        "wifi",
        "wi-fi",
        "débit",
        "connexion",
        "box",
        "produit",
        "panne",
        "coupure",
        "qualité",
        "batterie",
        "cassé",
        "défectueu",
      ],
    },
  },
  {
    key: "install",
    name: { en: "Installation", fr: "Installation" },
    words: {
      en: ["install", "cable", "appointment", "visit"],
      fr: ["install", "câble", "rendez-vous", "pose", "posé", "passage"],
    },
  },
  {
    key: "website",
    name: { en: "Website and portal", fr: "Site et espace client" },
    words: {
      en: ["website", "portal", "app", "log in", "login", "password", "page", "online"],
      fr: ["site", "espace client", "appli", "connecter", "mot de passe", "page", "en ligne"],
    },
  },
  {
    key: "waiting",
    name: { en: "Waiting", fr: "Attente" },
    words: {
      en: ["wait", "late", "delay", "slow", "queue", "hold", "hours"],
      fr: ["attend", "attente", "retard", "lent", "tard", "délai"],
    },
  },
  {
    key: "information",
    name: { en: "Information", fr: "Information" },
    words: {
      en: ["inform", "unclear", "explain", "told", "answer", "contact"],
      fr: ["inform", "expliqu", "prévenu", "prévenir", "réponse", "répond", "contact"],
    },
  },
];
