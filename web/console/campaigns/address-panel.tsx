import { Anchor, Button, CopyButton, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { IconCheck, IconCopy, IconExternalLink } from "@tabler/icons-react";
import { useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import type { Campaign } from "./campaign-words.ts";

const channels = {
  linkedin: ["linkedin", "social"],
  facebook: ["facebook", "social"],
  google: ["google", "cpc"],
  newsletter: ["newsletter", "email"],
  partner: ["partner", "referral"],
  print: ["flyer", "print"],
} as const;
type Channel = keyof typeof channels | "other";

/** Where the page is, and a link for each place it is spoken of, marked so that what comes from there is known. */
export function AddressPanel({ campaign }: { campaign: Campaign }) {
  const t = useT("campaigns");
  const [channel, setChannel] = useState<Channel>("linkedin");
  const [source, setSource] = useState<string>(channels.linkedin[0]);
  const [medium, setMedium] = useState<string>(channels.linkedin[1]);
  const [detail, setDetail] = useState("");
  const choose = (value: string | null): void => {
    const next = (value ?? "other") as Channel;
    setChannel(next);
    if (next === "other") return;
    setSource(channels[next][0]);
    setMedium(channels[next][1]);
  };
  return (
    <Panel title={t("address.title")}>
      <Stack gap="sm">
        {campaign.status === "draft" ? (
          <Text size="sm" c="dimmed">
            {t("address.draft")}
          </Text>
        ) : (
          <Anchor href={campaign.pageUrl} target="_blank" rel="noreferrer" size="sm" className="tl-break">
            {campaign.pageUrl} <IconExternalLink size={14} aria-hidden />
          </Anchor>
        )}
        <Text component="h3" size="sm" fw={650}>
          {t("link.title")}
        </Text>
        <Select
          label={t("link.channel")}
          size="xs"
          allowDeselect={false}
          value={channel}
          onChange={choose}
          data={[...(Object.keys(channels) as Channel[]), "other"].map((value) => ({ value, label: t(`link.${value}`) }))}
        />
        <Group grow gap="xs">
          <TextInput
            label={t("link.source")}
            size="xs"
            value={source}
            maxLength={80}
            onChange={(event) => (setSource(event.currentTarget.value), setChannel("other"))}
          />
          <TextInput
            label={t("link.medium")}
            size="xs"
            value={medium}
            maxLength={80}
            onChange={(event) => (setMedium(event.currentTarget.value), setChannel("other"))}
          />
        </Group>
        <TextInput
          label={t("link.content")}
          description={t("link.contentHelp")}
          size="xs"
          value={detail}
          maxLength={80}
          onChange={(event) => setDetail(event.currentTarget.value)}
        />
        <Copied text={markedLink(campaign.pageUrl, { campaign: campaign.slug, source, medium, content: detail })} />
      </Stack>
    </Panel>
  );
}

/** The address to copy, readable in full. */
function Copied({ text }: { text: string }) {
  const t = useT("campaigns");
  return (
    <>
      <code className="tl-link-made">{text}</code>
      <CopyButton value={text} timeout={2_000}>
        {({ copied, copy }) => (
          <Button
            variant="light"
            size="xs"
            onClick={copy}
            leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          >
            {copied ? t("common:action.copied") : t("link.copy")}
          </Button>
        )}
      </CopyButton>
    </>
  );
}

/** Small letters and dashes, so that "LinkedIn" and "linkedin " are one source in every figure. */
function markedLink(page: string, marks: Record<"campaign" | "source" | "medium" | "content", string>): string {
  const url = new URL(page);
  for (const [name, value] of Object.entries(marks)) {
    const clean = value.trim().toLowerCase().replaceAll(/\s+/g, "-");
    if (clean) url.searchParams.set(`utm_${name}`, clean);
  }
  return url.toString();
}
