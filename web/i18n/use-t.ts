import { useCallback } from "react";
import { useTranslation } from "react-i18next";

export type T = (key: string, values?: Record<string, string | number>) => string;

/**
 * Texts of one namespace: `const t = useT("quotes"); t("list.title")`, `t("list.count", { count: 3 })`.
 * A key missing there is looked up in `common`; "customers:nav" reads another namespace.
 */
export function useT(namespace = "common"): T {
  const { t } = useTranslation(namespace);
  return useCallback((key, values) => t(key, values ?? {}) as string, [t]);
}
