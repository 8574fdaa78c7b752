import { MantineProvider, SegmentedControl, useComputedColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconDeviceDesktop, IconDeviceMobile } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../api/client.ts";
import type { Locale } from "../../i18n/locale.ts";
import { useT } from "../../i18n/use-t.ts";
import { LandingForm } from "../../ui/landing/landing-form.tsx";
import { LandingPage } from "../../ui/landing/landing-page.tsx";
import { brandTheme, contrastResolver } from "../../ui/theme.ts";
import { useAskedForm } from "./use-asked-form.ts";
import type { PageDraft } from "./draft.ts";

/** The page as its readers will see it, in the organisation's colour, as wide as a phone or as the screen allows. */
export function PagePreview({ page, locale, formSlug }: { page: PageDraft; locale: Locale; formSlug: string | null }) {
  const t = useT("campaigns");
  const [phone, setPhone] = useState(true);
  const brand = useQuery({ ...api.organisation.brand.queryOptions(), staleTime: 3_600_000 });
  const form = useAskedForm(formSlug);
  const scheme = useComputedColorScheme("light");
  return (
    <>
      <SegmentedControl
        size="xs"
        mb="xs"
        aria-label={t("look.size")}
        value={phone ? "phone" : "screen"}
        onChange={(value) => setPhone(value === "phone")}
        data={[
          { value: "phone", label: <Size icon={<IconDeviceMobile size={15} aria-hidden />} name={t("look.phone")} /> },
          { value: "screen", label: <Size icon={<IconDeviceDesktop size={15} aria-hidden />} name={t("look.screen")} /> },
        ]}
      />
      {brand.data && (
        <MantineProvider
          theme={brandTheme(brand.data.brandColor)}
          cssVariablesSelector=".tl-page-look"
          cssVariablesResolver={contrastResolver}
          getRootElement={() => undefined}
          deduplicateCssVariables={false}
        >
          <div
            className="tl-page-look"
            data-mantine-color-scheme={scheme}
            data-phone={phone || undefined}
            role="region"
            aria-label={t("look.title")}
            tabIndex={0}
          >
            <LandingPage
              content={page}
              locale={locale}
              form={form && <LandingForm form={form} locale={locale} action={page.action} />}
            />
          </div>
        </MantineProvider>
      )}
    </>
  );
}

const Size = ({ icon, name }: { icon: React.ReactNode; name: string }) => (
  <span className="tl-look-size">
    {icon} {name}
  </span>
);
