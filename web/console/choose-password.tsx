import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useEffect, useState } from "react";
import { client } from "../api/client.ts";
import { signIn } from "../api/session.ts";
import { useT } from "../i18n/use-t.ts";
import { explain } from "../ui/error-state.tsx";
import { TextLink } from "../ui/links.tsx";
import { Mark } from "../ui/mark.tsx";

/** Where the link of an invitation or a forgotten password leads; without one, it is asked for here. */
export default function ChoosePassword() {
  const t = useT("settings");
  const navigate = useNavigate();
  const { token } = useSearch({ strict: false }) as { token?: string };
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [sent, setSent] = useState(false);
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const title = token ? t("password.choose") : t("password.forgot");
  useEffect(() => {
    document.title = `${title} · ${t("common:product")}`;
  }, [title, t]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem("");
    try {
      if (token) {
        const done = await client.staff.setPassword({ token, password });
        if ((await signIn({ email: done.email, password, rememberMe: true })) === "signed-in") await navigate({ to: "/" });
        else await navigate({ to: "/sign-in" });
      } else {
        await client.staff.requestPassword({ email });
        setSent(true);
      }
    } catch (error) {
      const said = explain(error, t);
      setProblem(said.text || said.title);
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="tl-sign-in">
      <Stack gap="lg" w="100%" maw={380}>
        <Stack gap={6} align="center">
          <Mark size={44} />
        </Stack>
        <Paper withBorder p="xl" radius="lg">
          <form onSubmit={(event) => void submit(event)}>
            <Stack gap="md">
              <Title order={1}>{title}</Title>
              {problem && (
                <Alert role="alert" color="red">
                  {problem}
                </Alert>
              )}
              {sent ? (
                <Text role="status">{t("password.sent")}</Text>
              ) : (
                <>
                  {token ? (
                    <PasswordInput
                      label={t("account.new")}
                      description={t("password.length")}
                      required
                      minLength={12}
                      autoComplete="new-password"
                      value={password}
                      onChange={(event) => setPassword(event.currentTarget.value)}
                    />
                  ) : (
                    <TextInput
                      type="email"
                      label={t("people.email")}
                      required
                      autoComplete="username"
                      value={email}
                      onChange={(event) => setEmail(event.currentTarget.value)}
                    />
                  )}
                  <Button type="submit" size="md" loading={busy}>
                    {token ? t("password.enter") : t("password.send")}
                  </Button>
                </>
              )}
              <TextLink to="/sign-in" size="sm">
                {t("password.back")}
              </TextLink>
            </Stack>
          </form>
        </Paper>
      </Stack>
    </main>
  );
}
