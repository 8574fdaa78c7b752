import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { PortalPage } from "../portal-page.tsx";
import { HelpSearch } from "./help-search.tsx";

/** Every answer we have written, to look through or to search. */
export default function Help() {
  const t = useT("portal-help");
  return (
    <PortalPage title={t("find.title")} intro={<TextLink to="/portal/chat">{t("back")}</TextLink>}>
      <HelpSearch limit={30} />
    </PortalPage>
  );
}
