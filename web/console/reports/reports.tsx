import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { LeadsReport } from "./leads-report.tsx";
import { PipelineReport } from "./pipeline-report.tsx";

/** The standing questions: where deals stand, what was won and how fast; which sources bring leads that are won. */
export default function Reports() {
  const t = useT("reports");
  const pipeline = useQuery({ ...api.reports.pipeline.queryOptions(), ...live("opportunity") });
  const leads = useQuery({ ...api.reports.leads.queryOptions(), ...live("lead") });
  return (
    <Page title={t("common:area.reports")}>
      <Stack gap="xl">
        <Loaded query={pipeline}>{(report) => <PipelineReport report={report} />}</Loaded>
        <Loaded query={leads}>{(report) => <LeadsReport report={report} />}</Loaded>
      </Stack>
    </Page>
  );
}
