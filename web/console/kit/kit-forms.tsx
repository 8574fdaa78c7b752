import { Card, SimpleGrid, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Chat, type ChatMessage } from "../../ui/chat.tsx";
import { OrderTracker } from "../../ui/order-tracker.tsx";
import { ScoreInput } from "../../ui/score-input.tsx";
import { SignaturePad } from "../../ui/signature-pad.tsx";
import { SlotPicker } from "../../ui/slot-picker.tsx";
import { tell } from "../../ui/toast.tsx";
import { Wizard } from "../../ui/wizard.tsx";
import { slots } from "./samples.ts";

const opening: ChatMessage[] = [
  {
    id: "1",
    text: "Where is my technician?",
    at: new Date(Date.now() - 240_000).toISOString(),
    author: "Léa Martin",
    channel: "chat",
  },
  {
    id: "2",
    text: "On the way: arrival between 10:00 and 10:20.",
    at: new Date(Date.now() - 180_000).toISOString(),
    author: "Assistant",
    mine: true,
    sources: [{ label: "technician.dispatched" }],
  },
  { id: "3", text: "Called the van: on time.", at: new Date().toISOString(), author: "Team", mine: true, kind: "note" },
];

/** The interactive components of the kit. */
export function Forms() {
  const t = useT();
  const [nps, setNps] = useState<number>();
  const [csat, setCsat] = useState<number | undefined>(4);
  const [ces, setCes] = useState<number>();
  const [slot, setSlot] = useState<string | undefined>("0-10");
  const [messages, setMessages] = useState(opening);
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Card>
        <Wizard
          onFinish={() => tell(t("state.done"))}
          steps={[
            { label: "Map", content: <Text>Columns to fields</Text> },
            { label: "Dry run", content: <Text>What would happen</Text> },
            { label: "Import", content: <Text>Go</Text> },
          ]}
        />
      </Card>
      <Card>
        <SignaturePad name="Léa Martin" onChange={() => undefined} />
      </Card>
      <Card>
        <Stack gap="xl">
          <ScoreInput kind="nps" question="How likely are you to recommend us?" value={nps} onChange={setNps} />
          <ScoreInput kind="csat" question="How was the installation?" value={csat} onChange={setCsat} />
          <ScoreInput kind="ces" question="Signing was easy." value={ces} onChange={setCes} />
        </Stack>
      </Card>
      <Card>
        <SlotPicker slots={slots} value={slot} onChange={setSlot} />
      </Card>
      <Card>
        <OrderTracker
          label={t("area.orders")}
          steps={[
            { id: "1", name: "Router shipped", state: "done", at: "2027-02-01T09:12:00Z" },
            { id: "2", name: "Technician on the way", state: "current", at: "2027-02-02T09:00:00Z" },
            { id: "3", name: "Line provisioned", state: "late", at: "2027-02-02" },
            { id: "4", name: "Service confirmed", state: "next" },
          ]}
        />
      </Card>
      <Card padding={0} h={360}>
        <Chat
          messages={messages}
          typing="Léa Martin"
          onSend={async (text) =>
            setMessages((before) => [
              ...before,
              { id: String(before.length + 1), text, at: new Date().toISOString(), author: "Team", mine: true },
            ])
          }
        />
      </Card>
    </SimpleGrid>
  );
}
