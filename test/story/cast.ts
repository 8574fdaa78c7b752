/**
 * The cast everybody knows: one company that sells, one customer who buys, and the people on both sides. Tests, the
 * demo and the acceptance story all use these names, so that a figure seen in one can be recognised in another.
 */
import type { Role } from "#platform/context.ts";

export const company = {
  name: "Rivage Télécom SAS",
  brandName: "Rivage",
  brandColor: "#4338ca",
  siren: "732829320",
  vatNumber: "FR44732829320",
  iban: "FR7630006000011234567890189",
  bic: "AGRIFRPP",
  email: "bonjour@rivage.example",
  phone: "+33 4 91 00 00 00",
  address: { line1: "14 quai du Lazaret", postcode: "13002", city: "Marseille", country: "FR" },
} as const;

export const demoPassword = "throughline-demo";

export interface StaffMember {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  team: "Ventes Sud" | "Service client" | "Terrain" | "Siège";
  scope: "own" | "team" | "all";
  skills: string[];
}

const staffId = (n: number): string => `00000000-0000-7000-8000-0000000000${n.toString().padStart(2, "0")}`;
const member = (
  n: number,
  name: string,
  login: string,
  role: Role,
  team: StaffMember["team"],
  scope: StaffMember["scope"] = "all",
  skills: string[] = [],
): StaffMember => ({
  id: staffId(n),
  name,
  email: `${login}@rivage.example`,
  roles: [role],
  team,
  scope,
  skills,
});

/** One person per role. */
export const staff = {
  admin: member(1, "Camille Robin", "camille", "admin", "Siège"),
  marketer: member(2, "Inès Laurent", "ines", "marketer", "Siège"),
  seller: member(3, "Noé Garnier", "noe", "seller", "Ventes Sud", "team"),
  sales_manager: member(4, "Chloé Béranger", "chloe", "sales_manager", "Ventes Sud", "team"),
  agent: member(5, "Zoé Lambert", "zoe", "agent", "Service client"),
  planner: member(6, "Hugo Petit", "hugo", "planner", "Terrain"),
  technician: member(7, "Malik Dupont", "malik", "technician", "Terrain", "all", ["fibre", "wifi"]),
  biller: member(8, "Agathe Roy", "agathe", "biller", "Siège"),
  cx_lead: member(9, "Sofia Moreau", "sofia", "cx_lead", "Siège"),
} as const satisfies Record<Role, StaffMember>;

/** The customer of the story and her colleagues at Atelier Martin. */
export const lea = {
  firstName: "Léa",
  lastName: "Martin",
  email: "lea.martin@atelier-martin.example",
  phone: "+33 6 12 34 56 78",
  jobTitle: "Gérante",
  locale: "fr",
} as const;
export const karim = {
  firstName: "Karim",
  lastName: "Haddad",
  email: "karim.haddad@atelier-martin.example",
  jobTitle: "Responsable informatique",
  roles: ["it"],
} as const;
export const jeanne = {
  firstName: "Jeanne",
  lastName: "Lefort",
  email: "jeanne.lefort@atelier-martin.example",
  jobTitle: "Comptable",
  roles: ["finance"],
} as const;
export const atelierMartin = {
  name: "Atelier Martin",
  siren: "552100554",
  address: { line1: "8 rue des Tanneurs", postcode: "13006", city: "Marseille", country: "FR" },
} as const;
/** Whom Léa refers in step 27, and the other customer whose date slips in step 25. */
export const paul = {
  firstName: "Paul",
  lastName: "Girard",
  email: "paul.girard@menuiserie-girard.example",
  company: "Menuiserie Girard",
} as const;
export const nina = {
  firstName: "Nina",
  lastName: "Rossi",
  email: "nina.rossi@boulangerie-soleil.example",
  company: "Boulangerie Soleil",
  address: { line1: "3 place du Marché", postcode: "13100", city: "Aix-en-Provence", country: "FR" },
} as const;
