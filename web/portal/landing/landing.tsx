import "../portal.css";
import { Text, Title } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { type Answers, LandingForm } from "../../ui/landing/landing-form.tsx";
import { LandingPage } from "../../ui/landing/landing-page.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { PortalNotFound } from "../portal-not-found.tsx";
import { PublicFoot, PublicHead } from "../public-frame.tsx";
import { arrivalMarks, usePageView, viewsNoted, visitorId } from "../visitor.ts";
import { useLandingPage } from "./use-page.ts";

type Offer = Awaited<ReturnType<typeof client.campaigns.page>>;

/** The page a campaign leads to: anyone may read it, the visit is noted, and whoever wants an answer leaves their details. */
export default function Landing() {
  const { slug, query } = useLandingPage();
  usePageView(`/p/${slug}`);
  if (query.data) return <Shown offer={query.data} />;
  if (query.error instanceof ApiError && query.error.status === 404) return <PortalNotFound />;
  return (
    <main className="tl-center">
      {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <CardSkeletons cards={2} />}
    </main>
  );
}

function Shown({ offer }: { offer: Offer }) {
  const { locale } = useFormat();
  const form = useRef<HTMLDivElement>(null);
  const away = useIsAway(form);
  const content = offer.content[locale];
  const ask = (): void => {
    form.current?.scrollIntoView({ behavior: calm() ? "auto" : "smooth", block: "start" });
    form.current?.querySelector<HTMLElement>("input, select, textarea")?.focus({ preventScroll: true });
  };
  const asked = offer.form;
  return (
    <>
      <LandingPage
        content={content}
        locale={locale}
        onAsk={asked ? ask : undefined}
        head={<PublicHead skipTo={asked ? "form" : "content"} />}
        foot={<PublicFoot />}
        form={
          <div ref={form} id="form" tabIndex={-1}>
            {asked ? <Ask offer={offer} form={asked} action={content.action} /> : <NoForm isOver={!offer.open} />}
          </div>
        }
      />
      {asked && away && (
        <div className="tl-landing-bar">
          <button type="button" className="tl-landing-ask" onClick={ask}>
            {content.action}
          </button>
        </div>
      )}
    </>
  );
}

function Ask({ offer, form, action }: { offer: Offer; form: NonNullable<Offer["form"]>; action: string }) {
  const { locale } = useFormat();
  const navigate = useNavigate();
  const [refusal, setRefusal] = useState<string>();
  const t = useT("portal-landing");
  const send = async ({ values, purposes, website }: Answers): Promise<void> => {
    setRefusal(undefined);
    try {
      await viewsNoted();
      const known = visitorId();
      await client.forms.submit({
        slug: form.slug,
        campaignId: offer.campaignId,
        values,
        purposes,
        utm: arrivalMarks,
        locale,
        ...(known && { visitorId: known }),
        ...(website && { website }),
      });
      const toConfirm = form.purposes.filter((one) => one.doubleOptIn && purposes.includes(one.key));
      await navigate({
        to: "/p/$slug/thanks",
        params: { slug: offer.slug },
        state: { sent: { name: values["first_name"] ?? "", email: values["email"] ?? "", asked: toConfirm.length } },
      } as never);
    } catch (error) {
      setRefusal(error instanceof ApiError && error.detail ? error.detail : t("common:error.offline.text"));
    }
  };
  return <LandingForm form={form} locale={locale} action={action} onSend={send} refusal={refusal} />;
}

function NoForm({ isOver }: { isOver: boolean }) {
  const t = useT("portal-landing");
  return (
    <div className="tl-ask">
      {isOver && (
        <>
          <Title order={2}>{t("over.title")}</Title>
          <Text>{t("over.text")}</Text>
        </>
      )}
      <LinkButton to="/shop" size="lg" fullWidth>
        {t(isOver ? "over.shop" : "shop")}
      </LinkButton>
    </div>
  );
}

const calm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Whether something is out of sight: above or below what is on the screen. */
function useIsAway(element: React.RefObject<HTMLElement | null>): boolean {
  const [away, setAway] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const watch = new IntersectionObserver(([entry]) => setAway(!(entry?.isIntersecting ?? true)));
    watch.observe(element.current);
    return () => watch.disconnect();
  }, [element]);
  return away;
}
