import "../portal.css";
import { Button, Group, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { IconCheck } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { api, client } from "../../api/client.ts";
import { adoptLocale } from "../../i18n/start.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { useBrand } from "../brand.ts";
import { PublicCard } from "../public-frame.tsx";
import { visitorId } from "../visitor.ts";

type Confirmed = Awaited<ReturnType<typeof client.consent.confirm>>;

/** The second step of a double opt-in. One press, because mail scanners follow links and must not agree for anybody. */
export default function ConfirmConsent() {
  const t = useT("portal-preferences");
  const { token } = useSearch({ strict: false }) as { token?: string };
  const { brandName } = useBrand();
  const [busy, setBusy] = useState(false);
  const [confirmed, setConfirmed] = useState<Confirmed>();
  const [problem, setProblem] = useState<unknown>();
  const title = confirmed ? t("confirm.done") : t("confirm.title");
  useEffect(() => {
    document.title = brandName ? `${title} · ${brandName}` : title;
  }, [title, brandName]);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    try {
      const visitor = visitorId();
      const answer = await client.consent.confirm({ token: token ?? "", ...(visitor && { visitorId: visitor }) });
      await adoptLocale(answer.locale);
      setConfirmed(answer);
      setProblem(undefined);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <PublicCard>
      {confirmed ? (
        <Done confirmed={confirmed} />
      ) : (
        <>
          <Title order={1}>{t("confirm.title")}</Title>
          {problem !== undefined && <ErrorState error={problem} />}
          <Text>{t(token ? "confirm.text" : "confirm.noToken")}</Text>
          {token && (
            <Button size="lg" loading={busy} onClick={() => void confirm()}>
              {t("confirm.yes")}
            </Button>
          )}
          <Text size="sm" c="dimmed">
            {t("confirm.notYou")}
          </Text>
        </>
      )}
    </PublicCard>
  );
}

function Done({ confirmed }: { confirmed: Confirmed }) {
  const t = useT("portal-preferences");
  const { locale } = useFormat();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const known = useQuery(api.consent.purposes.queryOptions());
  const agreed = known.data?.rows.filter((purpose) => confirmed.purposes.includes(purpose.key)) ?? [];
  return (
    <>
      <span className="tl-public-done">
        <IconCheck size={32} stroke={2} aria-hidden />
      </span>
      <Title order={1} ref={title} tabIndex={-1}>
        {t("confirm.done")}
      </Title>
      <Text>{t("confirm.doneText")}</Text>
      {agreed.map((purpose) => (
        <div key={purpose.key} className="tl-public-mail">
          <IconCheck size={22} stroke={2} aria-hidden />
          <div>
            <h2>{purpose.name[locale]}</h2>
            <p>{purpose.text[locale]}</p>
          </div>
        </div>
      ))}
      <Group>
        <LinkButton to="/p/preferences" search={{ token: confirmed.preferencesToken }} variant="default" size="md">
          {t("title")}
        </LinkButton>
      </Group>
    </>
  );
}
