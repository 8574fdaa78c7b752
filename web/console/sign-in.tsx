import { Alert, Button, Checkbox, Group, Paper, PasswordInput, PinInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useEffect, useState } from "react";
import { ApiError } from "../api/api-error.ts";
import { goToProvider, type SignInStep, signIn, verifyCode } from "../api/session.ts";
import { useT } from "../i18n/use-t.ts";
import { explain } from "../ui/error-state.tsx";
import { LanguageButton, SchemeButton } from "../ui/header-buttons.tsx";
import { DemoAccounts } from "./demo-accounts.tsx";
import { ProviderSignIn } from "./provider-sign-in.tsx";
import { safePath } from "../ui/safe-path.ts";
import { TextLink } from "../ui/links.tsx";
import { Mark } from "../ui/mark.tsx";

const reasons = ["unknown", "email_not_verified", "no_email", "access_ended", "expired", "cancelled", "not_proven"] as const;

/** What the organisation's sign-in came back with; an address anyone may write says nothing but these. */
const whyRefused = (refused: string, t: ReturnType<typeof useT>): string =>
  t(`signIn.refused.${reasons.find((reason) => reason === refused) ?? "not_proven"}`);

export default function SignIn() {
  const t = useT();
  const navigate = useNavigate();
  const { next, refused } = useSearch({ strict: false }) as { next?: string; refused?: string };
  const [step, setStep] = useState<"password" | "code">("password");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [remember, setRemember] = useState(true);
  const [trust, setTrust] = useState(false);
  const [problem, setProblem] = useState(() => (refused ? whyRefused(refused, t) : ""));
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const title = step === "code" ? t("signIn.code.title") : t("signIn.title");
  useEffect(() => {
    document.title = `${title} · ${t("product")}`;
  }, [title, t]);

  const explainHere = (error: unknown): string => {
    if (error instanceof ApiError && error.detail && (error.status < 500 || error.code.startsWith("auth."))) return error.detail;
    const { title, text } = explain(error, t);
    return `${title}. ${text}`;
  };
  const enter = async (attempt: () => Promise<SignInStep | void>): Promise<void> => {
    setProblem("");
    setBusy(true);
    try {
      if ((await attempt()) === "code-needed") setStep("code");
      else await navigate({ href: safePath(next, "/") });
    } catch (error) {
      setProblem(explainHere(error));
    } finally {
      setBusy(false);
    }
  };
  const leave = async (): Promise<void> => {
    setProblem("");
    setLeaving(true);
    try {
      await goToProvider(safePath(next, "/"));
    } catch (error) {
      setProblem(explainHere(error));
      setLeaving(false);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (step === "code") void enter(() => verifyCode({ code, trustDevice: trust }));
    else void enter(() => signIn({ email: email.trim(), password, rememberMe: remember }));
  };

  return (
    <main className="tl-sign-in">
      <Group className="tl-corner" gap={8}>
        <LanguageButton />
        <SchemeButton />
      </Group>
      <Stack gap="lg" w="100%" maw={380}>
        <Stack gap={6} align="center">
          <Mark size={44} />
          <Text fw={700} size="xl">
            {t("product")}
          </Text>
          <Text c="dimmed" ta="center">
            {t("signIn.promise")}
          </Text>
        </Stack>
        <Paper withBorder p="xl" radius="lg">
          <form onSubmit={submit}>
            <Stack gap="md">
              <Title order={1}>{title}</Title>
              {problem && (
                <Alert role="alert" color="red">
                  {problem}
                </Alert>
              )}
              {step === "password" ? (
                <>
                  <ProviderSignIn busy={leaving} onChoose={() => void leave()} />
                  <TextInput
                    type="email"
                    name="email"
                    label={t("signIn.email")}
                    autoComplete="username"
                    required
                    data-autofocus
                    autoFocus
                    value={email}
                    onChange={(event) => setEmail(event.currentTarget.value)}
                  />
                  <PasswordInput
                    name="password"
                    label={t("signIn.password")}
                    autoComplete="current-password"
                    required
                    value={password}
                    onChange={(event) => setPassword(event.currentTarget.value)}
                  />
                  <Checkbox
                    label={t("signIn.remember")}
                    checked={remember}
                    onChange={(event) => setRemember(event.currentTarget.checked)}
                  />
                  <Button type="submit" size="md" loading={busy}>
                    {t("signIn.submit")}
                  </Button>
                  <TextLink to="/sign-in/password" size="sm">
                    {t("signIn.forgot")}
                  </TextLink>
                </>
              ) : (
                <>
                  <Text c="dimmed">{t("signIn.code.text")}</Text>
                  <PinInput
                    length={6}
                    type="number"
                    oneTimeCode
                    autoFocus
                    aria-label={t("signIn.code.label")}
                    value={code}
                    onChange={setCode}
                  />
                  <Checkbox
                    label={t("signIn.code.trust")}
                    checked={trust}
                    onChange={(event) => setTrust(event.currentTarget.checked)}
                  />
                  <Button type="submit" size="md" loading={busy} disabled={code.length < 6}>
                    {t("signIn.code.submit")}
                  </Button>
                  <Button
                    variant="subtle"
                    onClick={() => {
                      setStep("password");
                      setCode("");
                      setProblem("");
                    }}
                  >
                    {t("action.back")}
                  </Button>
                </>
              )}
            </Stack>
          </form>
        </Paper>
        {step === "password" && (
          <DemoAccounts
            onChoose={(who, secret) => void enter(() => signIn({ email: who, password: secret, rememberMe: true }))}
          />
        )}
      </Stack>
    </main>
  );
}
