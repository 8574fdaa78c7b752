import { Text } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import type { VisitDetail } from "./visit-words.ts";

/** Photos and signatures kept as proof, each with the first digits of the hash the event carries. */
export function Proofs({ visit }: { visit: VisitDetail }) {
  const t = useT("appointments");
  const format = useFormat();
  return (
    <Panel title={t("proofs.title")}>
      <ul className="tl-proofs">
        {visit.proofs.map((proof) => (
          <li key={proof.id}>
            <img
              src={`/api/appointments/${visit.id}/proofs/${proof.id}`}
              alt={t(`proofs.${proof.kind}`, { when: format.dateTime(proof.takenAt) })}
            />
            <Text size="xs" c="dimmed" ff="monospace">
              {proof.sha256.slice(0, 12)}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
