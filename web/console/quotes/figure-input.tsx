import { NumberInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { useFormat } from "../../i18n/use-format.ts";

/** A figure changed where it stands: Enter or leaving saves, Escape gives up. Travels as decimal text, never as a float. */
export function FigureInput(props: {
  label: string;
  value: string;
  suffix?: string;
  min?: number;
  max?: number;
  onSave: (value: string) => void;
}) {
  const { locale } = useFormat();
  const [text, setText] = useState(props.value);
  useEffect(() => setText(props.value), [props.value]);
  const save = (): void => {
    const value = text.replace(/\.$/, "");
    if (value === "" || value === props.value) setText(props.value);
    else props.onSave(value);
  };
  return (
    <NumberInput
      className="tl-figure-input"
      size="xs"
      w={84}
      hideControls
      aria-label={props.label}
      decimalSeparator={locale === "fr" ? "," : "."}
      decimalScale={4}
      allowNegative={false}
      clampBehavior="strict"
      min={props.min ?? 0}
      max={props.max ?? 999_999_999}
      {...(props.suffix && { suffix: props.suffix })}
      value={text}
      valueIsNumericString
      onValueChange={({ value }) => setText(value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") setText(props.value);
      }}
    />
  );
}
