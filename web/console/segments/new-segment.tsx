import { useNavigate } from "@tanstack/react-router";
import { useT } from "../../i18n/use-t.ts";
import { Page } from "../../ui/page.tsx";
import { SegmentForm } from "./segment-form.tsx";

/** A new segment. */
export default function NewSegment() {
  const t = useT("segments");
  const navigate = useNavigate();
  return (
    <Page title={t("new")} crumbs={[{ label: t("common:area.segments"), to: "/segments" }, { label: t("new") }]}>
      <SegmentForm
        onDone={(id) =>
          void navigate(id ? { to: "/segments/$segmentId", params: { segmentId: id } as never } : { to: "/segments" })
        }
      />
    </Page>
  );
}
