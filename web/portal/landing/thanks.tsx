import "../portal.css";
import { Group, Text, Title } from "@mantine/core";
import { IconCheck, IconMailOpened } from "@tabler/icons-react";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import { PublicCard } from "../public-frame.tsx";
import { usePageView } from "../visitor.ts";
import { useLandingPage } from "./use-page.ts";

interface Sent {
  name: string;
  email: string;
  /** How many of the boxes ticked are to be confirmed: as many messages. */
  asked: number;
}

/** Thank you: what was received, what to do in one's mailbox, and what happens next. */
export default function Thanks() {
  const t = useT("portal-landing");
  const { locale } = useFormat();
  const { slug, query } = useLandingPage();
  usePageView(`/p/${slug}/thanks`);
  const sent = (useLocation().state as { sent?: Sent }).sent;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const offer = query.data;
  const steps = offer?.content[locale].steps ?? [];
  const asked = sent?.asked ?? 0;
  return (
    <PublicCard>
      <span className="tl-public-done">
        <IconCheck size={32} stroke={2} aria-hidden />
      </span>
      <div>
        <Title order={1} ref={title} tabIndex={-1}>
          {sent?.name ? t("thanks.title", { name: sent.name }) : t("thanks.titlePlain")}
        </Title>
        <p>{offer?.form?.thanks[locale]}</p>
      </div>
      {sent && asked > 0 && (
        <div className="tl-public-mail">
          <IconMailOpened size={28} stroke={1.6} aria-hidden />
          <div>
            <h2>{t("thanks.mail")}</h2>
            <p>{t("thanks.mailText", { email: sent.email, count: asked })}</p>
            <Text size="sm" c="dimmed">
              {t("thanks.spam")}
            </Text>
          </div>
        </div>
      )}
      {steps.length > 0 && (
        <div>
          <h2>{t("thanks.next")}</h2>
          <ol>
            {steps.map((step, at) => (
              <li key={step} data-done={at === 0 || undefined}>
                {step}
              </li>
            ))}
          </ol>
        </div>
      )}
      <Group gap="sm">
        <LinkButton to="/shop" size="md">
          {t("thanks.shop")}
        </LinkButton>
        <LinkButton to="/p/$slug" params={{ slug }} variant="default" size="md">
          {t("thanks.back")}
        </LinkButton>
      </Group>
    </PublicCard>
  );
}
