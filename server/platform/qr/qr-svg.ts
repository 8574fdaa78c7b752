/** A QR code as SVG, for screens, mails and printed documents: one path, sharp at any size. */
import qrcode from "qrcode";

/** `label` is read out by screen readers. Medium error correction: a seventh may be smudged. Throws when the text is too long. */
export function qrSvg(text: string, label: string): string {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: "M" });
  const quiet = 4;
  const side = modules.size + 2 * quiet;
  let path = "";
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      let run = 0;
      while (column + run < modules.size && modules.get(row, column + run)) run++;
      if (run > 0) path += `M${column + quiet} ${row + quiet}h${run}v1h-${run}z`;
      column += run;
    }
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" aria-label="${attribute(label)}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`
  );
}

const attribute = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
