import "./forms.css";
import { Button, Group, Stepper, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useT } from "../i18n/use-t.ts";
import { tellError } from "./toast.tsx";

export interface WizardStep {
  label: string;
  note?: string;
  content: ReactNode;
  /** False while something is missing: Next waits. */
  ready?: boolean;
  /** Runs before going on; a refusal is told and the step stays. */
  onNext?: () => Promise<unknown> | void;
  nextLabel?: string;
}

/** Steps one after the other; going back never loses what was typed. */
export function Wizard({
  steps,
  onFinish,
  finishLabel,
}: {
  steps: WizardStep[];
  onFinish: () => Promise<unknown> | void;
  finishLabel?: string;
}) {
  const t = useT();
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const step = steps[at];
  const isLast = at === steps.length - 1;
  const goOn = async (): Promise<void> => {
    setBusy(true);
    try {
      await step?.onNext?.();
      if (isLast) await onFinish();
      else setAt(at + 1);
    } catch (error) {
      tellError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <Stepper active={at} onStepClick={setAt} size="sm" allowNextStepsSelect={false} visibleFrom="xs">
        {steps.map((one) => (
          <Stepper.Step key={one.label} label={one.label} {...(one.note && { description: one.note })} />
        ))}
      </Stepper>
      <Text size="sm" c="dimmed" hiddenFrom="xs">
        {t("wizard.step", { n: at + 1, total: steps.length })}
      </Text>
      <div className="tl-wizard-body">{step?.content}</div>
      <Group justify="space-between">
        <Button variant="default" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {t("action.back")}
        </Button>
        <Button loading={busy} disabled={step?.ready === false} onClick={() => void goOn()}>
          {isLast ? (finishLabel ?? t("action.finish")) : (step?.nextLabel ?? t("action.next"))}
        </Button>
      </Group>
    </div>
  );
}
