import "./mail.css";
import { useT } from "../../i18n/use-t.ts";

/** A mail as its reader sees it: shut in, no scripts, no forms, links to a new tab. */
export function MailFrame({ html }: { html: string }) {
  const t = useT("status");
  return (
    <iframe
      title={t("mail.frame")}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcDoc={html.replace(/<head>/i, '<head><base target="_blank">')}
      className="tl-mail-frame"
    />
  );
}
