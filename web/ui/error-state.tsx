import { Alert, Button, Code, CopyButton, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconLock, IconPlugConnectedX } from "@tabler/icons-react";
import { ApiError, isUnreachable } from "../api/api-error.ts";
import { type T, useT } from "../i18n/use-t.ts";

/** What to tell a person about a failure: the server's own words where it has some. */
export function explain(error: unknown, t: T): { title: string; text: string; requestId: string } {
  if (isUnreachable(error)) return { title: t("error.offline.title"), text: t("error.offline.text"), requestId: "" };
  if (error instanceof ApiError) {
    const { title, detail, requestId } = error;
    if (title) return { title, text: detail, requestId };
    if (error.status === 403) return { title: t("error.forbidden.title"), text: detail || t("error.forbidden.text"), requestId };
    if (error.status === 404) return { title: t("notFound.title"), text: detail || t("notFound.text"), requestId };
    if (error.status < 500) return { title: t("error.refused.title"), text: detail || error.code, requestId };
    return { title: t("error.title"), text: t("error.text"), requestId };
  }
  return { title: t("error.title"), text: t("error.text"), requestId: "" };
}

/** An honest error: what happened, what to do, the request number to quote. Goes where the content would be. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useT();
  const { title, text, requestId } = explain(error, t);
  const Icon = isUnreachable(error)
    ? IconPlugConnectedX
    : error instanceof ApiError && error.status === 403
      ? IconLock
      : IconAlertTriangle;
  return (
    <Alert role="alert" color="red" variant="light" icon={<Icon aria-hidden />} title={title} className="tl-error">
      {text && (
        <Text size="md" component="p">
          {text}
        </Text>
      )}
      {(onRetry || requestId) && (
        <Group mt="sm" gap="md">
          {onRetry && (
            <Button size="xs" variant="default" onClick={onRetry}>
              {t("action.retry")}
            </Button>
          )}
          {requestId && (
            <CopyButton value={requestId}>
              {({ copied, copy }) => (
                <button type="button" className="tl-request" onClick={copy}>
                  <Code>{t("error.requestId", { id: requestId })}</Code> {copied ? t("action.copied") : t("action.copy")}
                </button>
              )}
            </CopyButton>
          )}
        </Group>
      )}
    </Alert>
  );
}
