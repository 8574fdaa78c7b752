import { Alert, Button, Checkbox, Group, Modal, PinInput, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { api, client } from "../../api/client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { explain } from "../../ui/error-state.tsx";
import { SignaturePad, type SignatureValue } from "../../ui/signature-pad.tsx";
import { useReturnFocus } from "../../ui/use-return-focus.ts";
import { usePortalMe } from "../session.ts";
import type { MyQuote, Offer } from "./types.ts";

type Address = NonNullable<Offer["deliveryAddress"]>;

/** Opening this sends the code; code, mark and consent on one page, one button to sign. Nothing typed is lost on a refusal. */
export function SignQuote({ quote, offer, onClose }: { quote: MyQuote; offer: Offer; onClose: () => void }) {
  const t = useT("portal-quote");
  const format = useFormat();
  const me = usePortalMe();
  useReturnFocus();
  const queries = useQueryClient();
  const { key, renew } = useSubmitKey();
  const [code, setCode] = useState("");
  const [mark, setMark] = useState<SignatureValue>();
  const [agreed, setAgreed] = useState(false);
  const [address, setAddress] = useState<Address>(offer.deliveryAddress ?? { line1: "", postcode: "", city: "", country: "FR" });
  const [elsewhere, setElsewhere] = useState(offer.deliveryAddress === null);
  const terms = useQuery(api.signatures.mySignature.queryOptions({ input: { quoteId: quote.id } }));
  const ask = useMutation({ mutationFn: () => client.signatures.requestCode({ quoteId: quote.id, version: offer.version }) });
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    ask.mutate();
  }, [ask]);
  const sign = useMutation({
    mutationFn: (value: SignatureValue) =>
      client.signatures.sign(
        {
          quoteId: quote.id,
          version: offer.version,
          documentSha256: offer.documentSha256 ?? "",
          code,
          name: value.name,
          mark: { method: value.method, strokes: value.strokes },
          consentVersion: terms.data?.consent.version ?? "",
          ...(elsewhere && { deliveryAddress: address }),
        },
        { context: { idempotencyKey: key } },
      ),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
    onError: () => renew(),
  });
  const addressReady = !elsewhere || (address.line1 !== "" && address.postcode !== "" && address.city !== "");
  const ready = code.length === 6 && mark && agreed && addressReady && terms.data;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) sign.mutate(mark);
  };
  const problem = sign.error ?? ask.error;
  const said = problem ? explain(problem, t) : undefined;
  const name = `${me?.firstName ?? ""} ${me?.lastName ?? ""}`.trim();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("sign.title", { number: quote.number })}
      size="lg"
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <form onSubmit={submit}>
        <Stack gap="md">
          {said && (
            <Alert role="alert" color="red">
              {said.text || said.title}
            </Alert>
          )}
          {ask.data && <Text role="status">{t("sign.sent", { to: ask.data.sentTo })}</Text>}
          <Group gap="sm" align="center">
            <PinInput
              length={6}
              type="number"
              className="tl-sign-code"
              oneTimeCode
              aria-label={t("sign.code")}
              value={code}
              onChange={setCode}
            />
            <Button
              variant="subtle"
              size="compact-sm"
              ml={-8}
              loading={ask.isPending}
              onClick={() => {
                setCode("");
                ask.mutate();
              }}
            >
              {t("sign.again")}
            </Button>
          </Group>
          <SignaturePad name={name} onChange={setMark} />
          {elsewhere ? (
            <AddressFields value={address} onChange={setAddress} />
          ) : (
            <Group gap="xs">
              <Text size="sm">{t("sign.address", { address: `${address.line1}, ${address.postcode} ${address.city}` })}</Text>
              <Button variant="subtle" size="compact-sm" ml={-8} onClick={() => setElsewhere(true)}>
                {t("sign.other")}
              </Button>
            </Group>
          )}
          {terms.data && (
            <>
              <Checkbox
                checked={agreed}
                onChange={(event) => setAgreed(event.currentTarget.checked)}
                label={terms.data.consent.text}
                required
              />
              <Text size="xs" c="dimmed">
                {terms.data.notice}
              </Text>
            </>
          )}
          <Button type="submit" size="lg" loading={sign.isPending} disabled={!ready}>
            {t("sign.submit", { total: format.money(offer.totalMinor, quote.currency) })}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

function AddressFields({ value, onChange }: { value: Address; onChange: (value: Address) => void }) {
  const t = useT("portal-quote");
  const field = (name: "line1" | "postcode" | "city", autoComplete: string) => (
    <TextInput
      label={t(`sign.${name}`)}
      required
      autoComplete={autoComplete}
      maxLength={120}
      value={value[name]}
      onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Stack gap="xs">
      {field("line1", "street-address")}
      <Group grow gap="xs">
        {field("postcode", "postal-code")}
        {field("city", "address-level2")}
      </Group>
    </Stack>
  );
}
