/** Messages of the rules that every VAT category has, by the last two digits of the rule id. */
import type { Message } from "./messages.ts";

const numbers: Message = [
  "Category {category} asks for this tax number (for O: that there is none).",
  "La catégorie {category} exige ce numéro fiscal (pour O : son absence).",
];
const rate: Message = [
  "This rate does not fit category {category}: above 0 for S, none for O, 0 for Z, E, AE, K and G.",
  "Ce taux ne convient pas à la catégorie {category} : supérieur à 0 pour S, aucun pour O, 0 pour Z, E, AE, K et G.",
];

export const vatMessages: Readonly<Record<string, Message>> = {
  "01": [
    "Category {category} is used without its VAT group, has several, or has a group without use.",
    "La catégorie {category} est utilisée sans son groupe de TVA, en a plusieurs, ou a un groupe sans usage.",
  ],
  "02": numbers,
  "03": numbers,
  "04": numbers,
  "05": rate,
  "06": rate,
  "07": rate,
  "08": [
    "Taxable amount of {category} at {rate} %: expected {expected}, found {found}.",
    "Base de {category} à {rate} % : attendu {expected}, trouvé {found}.",
  ],
  "09": [
    "VAT of {category} at {rate} %: expected {expected}, found {found}.",
    "TVA de {category} à {rate} % : attendu {expected}, trouvé {found}.",
  ],
  "10": [
    "Category {category}: E, AE, K, G and O state why there is no VAT (BT-120 or BT-121), the others do not.",
    "Catégorie {category} : E, AE, K, G et O indiquent pourquoi il n’y a pas de TVA (BT-120 ou BT-121), les autres non.",
  ],
};
