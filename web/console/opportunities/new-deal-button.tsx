import { IconPlus } from "@tabler/icons-react";
import { useCan } from "../../api/can.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";

/** Leads to a new deal, for those who may open one. */
export function NewDealButton() {
  const t = useT("opportunities");
  const can = useCan();
  if (!can("work on opportunities")) return null;
  return (
    <LinkButton to="/opportunities/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t("new")}
    </LinkButton>
  );
}
