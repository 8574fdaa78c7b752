import { Alert, Button, Card, FileInput, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { PortalPage } from "../portal-page.tsx";

/** Anyone may check that a PDF is the one that was signed. The file never leaves the browser. */
export default function Verify() {
  const t = useT("portal-quote");
  const format = useFormat();
  const [number, setNumber] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const check = useMutation({
    mutationFn: async (pdf: File) => client.signatures.verify({ quoteNumber: number.trim(), sha256: await fingerprint(pdf) }),
  });
  const { data } = check;
  return (
    <PortalPage title={t("verify.title")} intro={t("verify.intro")}>
      <Card padding="lg" maw={560}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (file) check.mutate(file);
          }}
        >
          <Stack>
            <TextInput
              label={t("verify.number")}
              placeholder="DEV-2026-00001"
              required
              value={number}
              onChange={(event) => setNumber(event.currentTarget.value)}
            />
            <FileInput label={t("verify.file")} required accept="application/pdf" value={file} onChange={setFile} />
            <Button type="submit" loading={check.isPending} disabled={!file || number.trim() === ""}>
              {t("verify.submit")}
            </Button>
            {check.error && <ErrorState error={check.error} onRetry={() => file && check.mutate(file)} />}
            {data?.valid && (
              <Alert role="status" color="teal" title={t("verify.valid")}>
                {t("verify.validText", {
                  name: data.signedBy ?? "",
                  at: data.signedAt ? format.dateTime(data.signedAt) : "",
                  version: data.version ?? 1,
                })}
              </Alert>
            )}
            {data && !data.valid && (
              <Alert role="status" color="red" title={t(data.evidenceIntact === false ? "verify.broken" : "verify.invalid")}>
                <Text size="sm">{t("verify.invalidText")}</Text>
              </Alert>
            )}
          </Stack>
        </form>
      </Card>
    </PortalPage>
  );
}

async function fingerprint(file: File): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
