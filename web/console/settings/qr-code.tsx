import { Skeleton } from "@mantine/core";
import { useEffect, useState } from "react";

/** A square code a phone can read. Drawn here: the secret in it goes nowhere. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [picture, setPicture] = useState<string>();
  useEffect(() => {
    void import("qrcode").then(async ({ toString }) =>
      setPicture(`data:image/svg+xml;utf8,${encodeURIComponent(await toString(text, { type: "svg", margin: 2 }))}`),
    );
  }, [text]);
  return picture ? <img src={picture} alt={label} width={180} height={180} /> : <Skeleton width={180} height={180} />;
}
