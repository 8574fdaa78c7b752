import { TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useFormat } from "../i18n/use-format.ts";
import { useT } from "../i18n/use-t.ts";

/** An amount as people type it ("1 250,50"), kept as minor units in digits: never a float. Null when empty. */
export function AmountInput(props: {
  label: string;
  description?: ReactNode;
  currency: string;
  value: string | null;
  onChange: (minor: string | null) => void;
  required?: boolean;
}) {
  const t = useT();
  const { locale } = useFormat();
  const [text, setText] = useState(() => (props.value === null ? "" : asText(props.value, locale)));
  const [wrong, setWrong] = useState(false);
  return (
    <TextInput
      label={props.label}
      description={props.description}
      required={props.required ?? false}
      inputMode="decimal"
      rightSection={props.currency}
      rightSectionWidth={52}
      value={text}
      error={wrong && t("amount.wrong")}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        const minor = toMinor(next);
        setWrong(minor === undefined);
        if (minor !== undefined) props.onChange(minor);
      }}
    />
  );
}

/** "1 250,5" or "1,250.50" in hundredths: the last comma or dot is the decimal one. Undefined when it is no amount. */
export function toMinor(text: string): string | null | undefined {
  const plain = text.replace(/[\s\u00a0\u202f€]/g, "");
  if (!plain) return null;
  const at = Math.max(plain.lastIndexOf(","), plain.lastIndexOf("."));
  const hasDecimals = at >= 0 && plain.length - at <= 3;
  const units = (hasDecimals ? plain.slice(0, at) : plain).replace(/[.,]/g, "");
  const cents = hasDecimals ? plain.slice(at + 1) : "";
  if (!/^\d{0,12}$/.test(units) || !/^\d{0,2}$/.test(cents) || !(units || cents)) return undefined;
  return String(BigInt((units || "0") + cents.padEnd(2, "0")));
}

const asText = (minor: string, locale: "en" | "fr"): string => {
  const digits = minor.padStart(3, "0");
  const decimal = locale === "fr" ? "," : ".";
  return `${digits.slice(0, -2)}${decimal}${digits.slice(-2)}`;
};
