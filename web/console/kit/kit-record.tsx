import { Text } from "@mantine/core";
import { useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Board, type BoardColumn } from "../../ui/board.tsx";
import { InlineEdit } from "../../ui/inline-edit.tsx";
import { Facts, Panel, RecordPage } from "../../ui/record-page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { tell } from "../../ui/toast.tsx";
import { DateTime, Money } from "../../ui/values.tsx";
import { board, events } from "./samples.ts";

/** A board whose moves last as long as the page. */
export function KitBoard() {
  const t = useT();
  const [columns, setColumns] = useState<BoardColumn<{ id: string; name: string; total: string }>[]>(board);
  return (
    <Board
      columns={columns.map((column) => ({ ...column, note: t("table.rows", { count: column.cards.length }) }))}
      cardId={(card) => card.id}
      card={(card) => (
        <>
          <Text size="sm" fw={600}>
            {card.name}
          </Text>
          <Money minor={card.total} currency="EUR" />
        </>
      )}
      onMove={async (card, to, index) =>
        setColumns((before) =>
          before.map((column) => {
            const cards = column.cards.filter((one) => one.id !== card.id);
            return { ...column, cards: column.id === to ? cards.toSpliced(index, 0, card) : cards };
          }),
        )
      }
    />
  );
}

/** A record as every record is laid out. */
export function KitRecord() {
  const t = useT();
  const [phone, setPhone] = useState("+33 4 91 00 00 00");
  return (
    <RecordPage
      title="Atelier Martin"
      subtitle="Léa Martin"
      badges={<StatusBadge status="active" label={t("stage.use")} />}
      next={<Text size="sm">Léa opened the quote twice this morning: call her before noon.</Text>}
      facts={
        <Facts
          facts={[
            {
              label: "Phone",
              value: (
                <InlineEdit
                  label="Phone"
                  value={phone}
                  onSave={async (value) => setPhone(value)}
                  onHistory={() => tell("history")}
                />
              ),
            },
            { label: "Since", value: <DateTime value="2026-11-21" /> },
            { label: "Revenue", value: <Money minor="1659394" currency="EUR" /> },
          ]}
        />
      }
      timeline={<Timeline events={events} hasMore onMore={() => tell("more")} onWhy={(event) => tell(event.type)} />}
      related={
        <Panel title={t("area.quotes")}>
          <Text size="sm">Q-2027-00012</Text>
        </Panel>
      }
    />
  );
}
