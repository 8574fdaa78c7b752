import { Button, FileButton } from "@mantine/core";
import { IconFileExport, IconFileImport } from "@tabler/icons-react";
import { useState } from "react";
import { client } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { tellError } from "../../ui/toast.tsx";
import type { Draft, ShownTable } from "./types.ts";

/** Out as a DMN file other tools read; in as a draft, looked at before it is saved. */
export function DmnButtons({ table, onRead }: { table: ShownTable; onRead: ((draft: Draft) => void) | undefined }) {
  const t = useT("rules");
  const [busy, setBusy] = useState(false);
  const guarded = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      tellError(error);
    } finally {
      setBusy(false);
    }
  };
  const download = () =>
    guarded(async () => {
      const { fileName, xml } = await client.rules.exportDmn({ key: table.key });
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([xml], { type: "application/xml" }));
      link.download = fileName;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  const read = (file: File | null) =>
    file &&
    guarded(async () => {
      const { hitPolicy, rules } = await client.rules.readDmn({ key: table.key, xml: await file.text() });
      onRead?.({ hitPolicy, rules });
    });
  return (
    <>
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconFileExport size={16} aria-hidden />}
        onClick={() => void download()}
      >
        {t("dmn.export")}
      </Button>
      {onRead && (
        <FileButton accept=".dmn,.xml,application/xml" onChange={(file) => void read(file)}>
          {(button) => (
            <Button {...button} variant="default" leftSection={<IconFileImport size={16} aria-hidden />}>
              {t("dmn.import")}
            </Button>
          )}
        </FileButton>
      )}
    </>
  );
}
