import "./home.css";
import { Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import {
  IconChevronRight,
  IconFileDescription,
  IconGauge,
  IconGift,
  IconMessage,
  IconRouter,
  IconSettings,
} from "@tabler/icons-react";
import { useId } from "react";
import { useT } from "../../i18n/use-t.ts";

const ways = [
  { to: "/portal/services", label: "services", icon: IconRouter },
  { to: "/portal/usage", label: "usage", icon: IconGauge },
  { to: "/portal/quotes", label: "quotes", icon: IconFileDescription },
  { to: "/portal/chat", label: "help", icon: IconMessage },
  { to: "/portal/referral", label: "refer", icon: IconGift },
  { to: "/portal/preferences", label: "preferences", icon: IconSettings },
] as const;

/** What the tabs do not show: one touch away. */
export function WaysOn() {
  const t = useT("portal-home");
  const title = useId();
  return (
    <nav aria-labelledby={title}>
      <Title order={2} size="h3" id={title} mt="sm" mb="sm">
        {t("more")}
      </Title>
      <ul className="tl-ways-on">
        {ways.map((way) => (
          <li key={way.to}>
            <Link to={way.to}>
              <span className="tl-ways-on-mark">
                <way.icon size={20} stroke={1.7} aria-hidden />
              </span>
              <span>{t(way.label)}</span>
              <IconChevronRight size={17} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
