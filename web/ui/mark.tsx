/** The product's mark: one line through three moments. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--mantine-primary-color-filled)" />
      <path d="M6 21c5 0 5-10 10-10s5 10 10 10" fill="none" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      <g fill="#fff">
        <circle cx="6" cy="21" r="2.6" />
        <circle cx="16" cy="11" r="2.6" />
        <circle cx="26" cy="21" r="2.6" />
      </g>
    </svg>
  );
}
