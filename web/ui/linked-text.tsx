import { Fragment } from "react";

const address = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/g;

/** Words people wrote, as they wrote them: an address in them is a link, nothing else is interpreted. */
export function LinkedText({ text }: { text: string }) {
  return text.split(address).map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name
      <a key={at} href={part} rel="noopener noreferrer" {...(!part.startsWith(location.origin) && { target: "_blank" })}>
        {part}
      </a>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}
