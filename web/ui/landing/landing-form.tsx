import "./landing.css";
import { Alert, Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Locale } from "../../i18n/locale.ts";
import { landingWord } from "./landing-words.ts";

type Words = { en: string; fr: string };
export interface AskedField {
  name: string;
  label: Words;
  type: "text" | "email" | "phone" | "select" | "multiline";
  required: boolean;
  options: { value: string; label: Words }[];
}
export interface AskedForm {
  name: Words;
  fields: AskedField[];
  purposes: { key: string; name: Words; text: Words; doubleOptIn: boolean }[];
}
export interface Answers {
  values: Record<string, string>;
  purposes: string[];
  /** Left empty by people; programs fill it in. */
  website: string;
}

/** What browsers may fill in by themselves. */
const autoComplete: Record<string, string> = {
  first_name: "given-name",
  last_name: "family-name",
  email: "email",
  phone: "tel",
  company: "organization",
  postcode: "postal-code",
  city: "address-level2",
};
const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

/** The questions of a landing page and what one may agree to: no box is ticked beforehand. What was typed survives a refusal. */
export function LandingForm(props: {
  form: AskedForm;
  locale: Locale;
  action: string;
  /** Nothing is sent when there is nobody to send it to: a preview. */
  onSend?: (answers: Answers) => Promise<void>;
  /** What the server said when it refused. */
  refusal?: string | undefined;
}) {
  const { form, locale } = props;
  const say = (key: Parameters<typeof landingWord>[1]): string => landingWord(locale, key);
  const [values, setValues] = useState<Record<string, string>>({});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [agreed, setAgreed] = useState<string[]>([]);
  const [website, setWebsite] = useState("");
  const [busy, setBusy] = useState(false);
  const wrong = (field: AskedField): string => {
    const value = (values[field.name] ?? "").trim();
    if (!value) return field.required ? say("form.missing") : "";
    return field.type === "email" && !emailShape.test(value) ? say("form.email") : "";
  };
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget;
    const found = Object.fromEntries(form.fields.flatMap((field) => (wrong(field) ? [[field.name, wrong(field)]] : [])));
    setErrors(found);
    const [first] = Object.keys(found);
    if (first) return element.querySelector<HTMLElement>(`[name="${CSS.escape(first)}"]`)?.focus();
    setBusy(true);
    try {
      await props.onSend?.({ values, purposes: agreed, website });
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="tl-ask" noValidate onSubmit={(event) => void send(event)} aria-label={form.name[locale]}>
      {form.name[locale] && <h2>{form.name[locale]}</h2>}
      <div className="tl-ask-fields">
        {form.fields.map((field) => {
          const common = {
            name: field.name,
            label: field.required ? field.label[locale] : `${field.label[locale]} (${say("form.optional")})`,
            required: field.required,
            withAsterisk: false,
            size: "md" as const,
            value: values[field.name] ?? "",
            error: errors[field.name],
            onChange: (event: { currentTarget: { value: string } }) => {
              const { value } = event.currentTarget;
              setValues((now) => ({ ...now, [field.name]: value }));
              setErrors((now) => ({ ...now, [field.name]: "" }));
            },
          };
          if (field.type === "multiline")
            return <Textarea key={field.name} {...common} autosize minRows={2} maxRows={6} maxLength={2_000} />;
          if (field.type === "select")
            return (
              <NativeSelect
                key={field.name}
                {...common}
                data={[
                  { value: "", label: say("form.choose") },
                  ...field.options.map((option) => ({ value: option.value, label: option.label[locale] })),
                ]}
              />
            );
          return (
            <TextInput
              key={field.name}
              {...common}
              {...(halves.has(field.name) && { wrapperProps: { "data-half": true } })}
              type={field.type === "phone" ? "tel" : field.type}
              autoComplete={autoComplete[field.name] ?? "on"}
              maxLength={254}
            />
          );
        })}
      </div>
      <label className="tl-ask-trap" aria-hidden>
        Website
        <input tabIndex={-1} autoComplete="off" value={website} onChange={(event) => setWebsite(event.currentTarget.value)} />
      </label>
      {form.purposes.length > 0 && (
        <fieldset>
          <legend>{say("form.consent")}</legend>
          {form.purposes.map((purpose) => (
            <Checkbox
              key={purpose.key}
              name={`purpose-${purpose.key}`}
              label={purpose.text[locale]}
              checked={agreed.includes(purpose.key)}
              onChange={(event) =>
                setAgreed(event.currentTarget.checked ? [...agreed, purpose.key] : agreed.filter((key) => key !== purpose.key))
              }
            />
          ))}
        </fieldset>
      )}
      {props.refusal && (
        <Alert color="red" title={say("form.notSent")} role="alert">
          {props.refusal}
        </Alert>
      )}
      <Button type="submit" size="lg" fullWidth loading={busy}>
        {props.action}
      </Button>
      <p className="tl-ask-why">
        {props.onSend
          ? [
              say("form.whyShort"),
              form.purposes.length > 0 && say("form.why"),
              form.purposes.some((one) => one.doubleOptIn) && say("form.whyMail"),
            ]
              .filter(Boolean)
              .join(" ")
          : say("form.preview")}
      </p>
    </form>
  );
}

/** Short answers that stand side by side where there is room. */
const halves = new Set(["first_name", "last_name", "phone", "company", "postcode", "city"]);
