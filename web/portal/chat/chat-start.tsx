import { Button, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { tellError } from "../../ui/toast.tsx";
import { visitorId } from "../visitor.ts";
import { storeChat } from "./chat-key.ts";
import { useClientId } from "./use-client-id.ts";

/** The first words. Whoever did not sign in may leave a name and an address: the answer follows them there. */
export function ChatStart({ signedIn }: { signedIn: boolean }) {
  const t = useT("portal-help");
  const { locale } = useFormat();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [website, setWebsite] = useState("");
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const clientId = useClientId();
  const start = async (words: string): Promise<void> => {
    if (!words.trim()) return;
    setBusy(true);
    setWrong({});
    try {
      const visitor = visitorId();
      const { conversationId, key } = await client.conversations.startChat({
        text: words.trim(),
        locale,
        clientId: clientId.of(words),
        website,
        ...(!signedIn && name.trim() && { name: name.trim() }),
        ...(!signedIn && email.trim() && { email: email.trim() }),
        ...(visitor && { visitorId: visitor }),
      });
      if (key) storeChat({ conversationId, key });
      await navigate({ to: "/portal/chat/$conversationId", params: { conversationId } as never });
    } catch (error) {
      if (error instanceof ApiError) setWrong(error.fields);
      tellError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void start(text);
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t(signedIn ? "start.textSignedIn" : "start.text")}
        </Text>
        <Group gap={6}>
          {(signedIn ? ["technician", "order", "invoice", "usage"] : ["restart", "pay"]).map((example) => (
            <Button
              key={example}
              size="xs"
              radius="xl"
              variant="default"
              disabled={busy}
              onClick={() => void start(t(`example.${example}`))}
            >
              {t(`example.${example}`)}
            </Button>
          ))}
        </Group>
        <Textarea
          label={t("start.question")}
          required
          autosize
          minRows={3}
          maxLength={4_000}
          value={text}
          error={wrong["text"]}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {!signedIn && (
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              label={t("start.name")}
              autoComplete="name"
              maxLength={80}
              value={name}
              error={wrong["name"]}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              type="email"
              label={t("start.email")}
              description={t("start.emailHelp")}
              inputWrapperOrder={["label", "input", "description", "error"]}
              autoComplete="email"
              maxLength={254}
              value={email}
              error={wrong["email"]}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          </SimpleGrid>
        )}
        <input
          className="tl-nobody"
          name="website"
          tabIndex={-1}
          autoComplete="off"
          aria-hidden
          value={website}
          onChange={(event) => setWebsite(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={busy} disabled={!text.trim()}>
            {t("start.send")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
