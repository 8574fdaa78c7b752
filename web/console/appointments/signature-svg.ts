import type { SignatureValue } from "../../ui/signature-pad.tsx";

const escapeXml = (text: string): string => text.replace(/[<>&"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/** A signature as an SVG picture in base64: its strokes, or the name typed, with the signer's name below. */
export function signatureSvg({ method, name, strokes }: SignatureValue): string {
  const ink =
    method === "drawn"
      ? strokes.map((stroke) => `<polyline points="${stroke.map((point) => point.join(",")).join(" ")}"/>`).join("")
      : `<text x="300" y="110" text-anchor="middle" font-family="cursive" font-size="52" fill="#1b2a5e" stroke="none">${escapeXml(name)}</text>`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 200" width="600" height="200">` +
    `<rect width="600" height="200" fill="#fff"/>` +
    `<g fill="none" stroke="#1b2a5e" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">${ink}</g>` +
    `<text x="300" y="192" text-anchor="middle" font-family="sans-serif" font-size="16" fill="#495057">${escapeXml(name)}</text></svg>`;
  return btoa(String.fromCharCode(...new TextEncoder().encode(svg)));
}
