/** A line that runs through the page behind the promise: drawn once, still for those who prefer it still. */
export function Thread() {
  return (
    <svg className="tl-landing-thread" viewBox="0 0 1440 620" preserveAspectRatio="xMidYMid slice" aria-hidden focusable="false">
      <path d="M-40 560 C 180 420, 340 690, 580 540 S 900 120, 1110 260 S 1360 460, 1500 240" />
      <path d="M-40 600 C 200 480, 370 710, 620 570 S 930 190, 1130 320 S 1370 500, 1500 300" />
      <path d="M-40 640 C 220 540, 410 730, 660 600 S 960 260, 1150 380 S 1380 540, 1500 360" />
    </svg>
  );
}
