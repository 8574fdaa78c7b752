import { Button, CloseButton, FileButton, Group, Stack, Text, Textarea } from "@mantine/core";
import { IconCamera } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { SignaturePad, type SignatureValue } from "../../ui/signature-pad.tsx";
import { tellError } from "../../ui/toast.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { type Photo, shrinkPhoto } from "./shrink-photo.ts";
import { signatureSvg } from "./signature-svg.ts";

const maxPhotos = 7; // the API keeps eight proofs, one of them the signature

/** Work done: photos, the customer's signature, a word. At least one proof, or it did not happen. */
export function CompleteForm({ appointmentId }: { appointmentId: string }) {
  const t = useT("appointments");
  const { key } = useSubmitKey();
  const [photos, setPhotos] = useState<Photo[]>([]);
  const [signature, setSignature] = useState<SignatureValue>();
  const [notes, setNotes] = useState("");
  const complete = useWrite(api.appointments.complete.mutationOptions({ context: { idempotencyKey: key } }), {
    done: t("done.completed"),
  });
  const add = async (files: File[]): Promise<void> => {
    try {
      const shrunk = await Promise.all(files.map(shrinkPhoto));
      setPhotos((before) => [...before, ...shrunk].slice(0, maxPhotos));
    } catch {
      tellError(new Error(t("complete.unreadable")));
    }
  };
  const submit = (): void =>
    complete.mutate({
      appointmentId,
      ...(notes.trim() && { notes: notes.trim() }),
      proofs: [
        ...photos.map(({ base64 }) => ({ kind: "photo" as const, contentType: "image/jpeg" as const, base64 })),
        ...(signature
          ? [{ kind: "signature" as const, contentType: "image/svg+xml" as const, base64: signatureSvg(signature) }]
          : []),
      ],
    });
  return (
    <Stack gap="md">
      <div>
        <Text fw={600} size="sm" mb={6}>
          {t("complete.photos")}
        </Text>
        <Group gap="xs">
          {photos.map((photo, at) => (
            <span key={photo.url} className="tl-photo">
              <img src={photo.url} alt={t("complete.photo", { n: at + 1 })} />
              <CloseButton
                size="sm"
                aria-label={t("complete.removePhoto", { n: at + 1 })}
                onClick={() => setPhotos(photos.filter((other) => other !== photo))}
              />
            </span>
          ))}
          <FileButton
            accept="image/*"
            multiple
            onChange={(files) => void add(files)}
            inputProps={{ "aria-label": t("complete.addPhoto") }}
          >
            {(props) => (
              <Button
                {...props}
                variant="default"
                size="md"
                disabled={photos.length >= maxPhotos}
                leftSection={<IconCamera size={18} aria-hidden />}
              >
                {t("complete.addPhoto")}
              </Button>
            )}
          </FileButton>
        </Group>
      </div>
      <div>
        <Text fw={600} size="sm" mb={6}>
          {t("complete.signature")}
        </Text>
        <SignaturePad onChange={setSignature} />
      </div>
      <Textarea
        label={t("complete.notes")}
        autosize
        minRows={2}
        maxLength={2000}
        value={notes}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
      <Button size="lg" loading={complete.isPending} disabled={photos.length === 0 && !signature} onClick={submit}>
        {t("step.complete")}
      </Button>
    </Stack>
  );
}
