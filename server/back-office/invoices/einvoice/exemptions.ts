/**
 * Why no VAT is asked (BT-120, BT-121) where the category alone says it. An exemption (E) has no default: which article
 * of law exempts is the seller's to state.
 */
const reasons: Record<string, { code: string; en: string; fr: string }> = {
  AE: { code: "VATEX-EU-AE", en: "Reverse charge", fr: "Autoliquidation" },
  K: { code: "VATEX-EU-IC", en: "Intra-community supply", fr: "Livraison intracommunautaire" },
  G: { code: "VATEX-EU-G", en: "Export outside the EU", fr: "Exportation hors de l’Union européenne" },
  O: { code: "VATEX-EU-O", en: "Not subject to VAT", fr: "Hors champ d’application de la TVA" },
};

/** The reason for a category without VAT, in French for a seller in France. */
export function defaultExemption(
  category: string | undefined,
  sellerCountry: string | undefined,
): { exemptionReason?: string; exemptionReasonCode?: string } {
  const reason = reasons[category ?? ""];
  if (!reason) return {};
  return { exemptionReason: sellerCountry === "FR" ? reason.fr : reason.en, exemptionReasonCode: reason.code };
}
