import { Code, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconRoute } from "@tabler/icons-react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useMe } from "../../api/session.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/record-page.tsx";

/** On a demonstration nobody has bought in yet: how to see a customer live the whole line. */
export function FirstRun() {
  const t = useT("home");
  const me = useMe();
  const can = useCan();
  const customers = useQuery({
    ...api.customers.list.queryOptions({ input: { limit: 1 } }),
    ...live("customer"),
    enabled: !!me?.demo && can("read customers"),
  });
  if (!customers.data || customers.data.rows.length > 0) return null;
  return (
    <div className="tl-first-run">
      <Panel title={t("first.title")}>
        <EmptyState
          icon={IconRoute}
          title={t("first.nothing")}
          text={
            <>
              {t("first.text")}
              <Text component="span" display="block" mt="sm">
                <Code>npm run story</Code>
              </Text>
            </>
          }
        />
      </Panel>
    </div>
  );
}
