import { Button, Code, Group, PasswordInput, PinInput, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { queryClient } from "../../api/query-client.ts";
import { sendJson } from "../../api/send.ts";
import { meQuery } from "../../api/session.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { tell, tellError } from "../../ui/toast.tsx";
import { QrCode } from "./qr-code.tsx";

interface Enrolment {
  totpURI: string;
  backupCodes: string[];
}

/** A second factor: a code from the phone beside the password. On only after a first code was right. */
export function TwoFactor({ enabled }: { enabled: boolean }) {
  const t = useT("settings");
  const [password, setPassword] = useState("");
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      tellError(error);
    } finally {
      setBusy(false);
    }
  };
  const begin = () => attempt(async () => setEnrolment(await sendJson<Enrolment>("/api/auth/two-factor/enable", { password })));
  const finish = () =>
    attempt(async () => {
      await sendJson("/api/auth/two-factor/verify-totp", { code });
      setEnrolment(undefined);
      setPassword("");
      setCode("");
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      tell(t("twoFactor.isOn"));
    });
  const end = () =>
    attempt(async () => {
      await sendJson("/api/auth/two-factor/disable", { password });
      setPassword("");
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      tell(t("twoFactor.isOff"));
    });
  return (
    <Panel
      title={t("twoFactor.title")}
      action={<StatusBadge status={enabled ? "active" : "closed"} label={enabled ? t("twoFactor.on") : t("twoFactor.off")} />}
    >
      {enrolment ? (
        <Stack gap="sm">
          <Text size="sm">{t("twoFactor.scan")}</Text>
          <QrCode text={enrolment.totpURI} label={t("twoFactor.qr")} />
          <Text size="xs" c="dimmed">
            {t("twoFactor.manual")} <Code>{new URL(enrolment.totpURI).searchParams.get("secret")}</Code>
          </Text>
          <PinInput length={6} type="number" oneTimeCode aria-label={t("twoFactor.code")} value={code} onChange={setCode} />
          <Text size="sm" fw={600}>
            {t("twoFactor.backup")}
          </Text>
          <Code block>{enrolment.backupCodes.join("\n")}</Code>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => setEnrolment(undefined)}>
              {t("common:action.cancel")}
            </Button>
            <Button loading={busy} disabled={code.length < 6} onClick={() => void finish()}>
              {t("twoFactor.finish")}
            </Button>
          </Group>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void (enabled ? end() : begin());
          }}
        >
          <Stack gap="sm">
            <Text size="sm">{t("twoFactor.explain")}</Text>
            <PasswordInput
              label={t("account.current")}
              required
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button type="submit" variant={enabled ? "light" : "filled"} {...(enabled && { color: "red" })} loading={busy}>
                {enabled ? t("twoFactor.switchOff") : t("twoFactor.switchOn")}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Panel>
  );
}
