import { Alert, Button, PinInput, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { client } from "../api/client.ts";
import { queryClient } from "../api/query-client.ts";
import { useT } from "../i18n/use-t.ts";
import { explain } from "../ui/error-state.tsx";
import { portalMeQuery } from "./session.ts";
import { visitorId } from "./visitor.ts";

/** No password: an address, then the six digits sent to it. `onEntered` runs once the person is in, at the full level. */
export function CodeForm({ email: known = "", onEntered }: { email?: string; onEntered: () => void }) {
  const t = useT("portal");
  const [email, setEmail] = useState(known);
  const [code, setCode] = useState("");
  const [sentFor, setSentFor] = useState<number>();
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);

  const attempt = async (run: () => Promise<void>): Promise<void> => {
    setProblem("");
    setBusy(true);
    try {
      await run();
    } catch (error) {
      const { title, text } = explain(error, t);
      setProblem(text || title);
    } finally {
      setBusy(false);
    }
  };
  const ask = (): Promise<void> =>
    attempt(async () => {
      const { expiresInMinutes } = await client.portal.requestCode({ email: email.trim() });
      setCode("");
      setSentFor(expiresInMinutes);
    });
  const enter = (digits: string): Promise<void> =>
    attempt(async () => {
      const visitor = visitorId();
      await client.portal.confirmCode({ email: email.trim(), code: digits, ...(visitor && { visitorId: visitor }) });
      await queryClient.resetQueries({ queryKey: portalMeQuery.queryKey });
      onEntered();
    });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (sentFor === undefined) void ask();
    else if (code.length === 6) void enter(code);
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {problem && (
          <Alert role="alert" color="red">
            {problem}
          </Alert>
        )}
        {sentFor === undefined ? (
          <>
            <TextInput
              type="email"
              label={t("access.email")}
              description={t("access.emailHelp")}
              autoComplete="email"
              size="md"
              required
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <Button type="submit" size="md" loading={busy}>
              {t("access.send")}
            </Button>
          </>
        ) : (
          <>
            <Text role="status">{t("access.sent", { email: email.trim(), minutes: sentFor })}</Text>
            <PinInput
              length={6}
              type="number"
              size="lg"
              oneTimeCode
              autoFocus
              aria-label={t("access.code")}
              value={code}
              onChange={setCode}
              onComplete={(digits) => void enter(digits)}
            />
            <Button type="submit" size="md" loading={busy} disabled={code.length < 6}>
              {t("access.enter")}
            </Button>
            <Button variant="subtle" disabled={busy} onClick={() => void ask()}>
              {t("access.again")}
            </Button>
          </>
        )}
      </Stack>
    </form>
  );
}
