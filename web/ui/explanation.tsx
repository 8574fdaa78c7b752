import "./explanation.css";

export interface ExplainedStep {
  label: string;
  formula: string;
  value: string;
}

/** How an amount came about, step by step, so that it can be redone with a pencil: what, the sum, its result. */
export function Explanation({ label, steps }: { label: string; steps: readonly ExplainedStep[] }) {
  return (
    <ol className="tl-explanation" aria-label={label}>
      {steps.map((step, index) => (
        <li key={`${index} ${step.label}`}>
          <span>{step.label}</span>
          <span>{step.formula}</span>
          <span>{step.value.startsWith("≈") ? step.value : `= ${step.value}`}</span>
        </li>
      ))}
    </ol>
  );
}
