/** How an inbound mail finds the conversation it belongs to. */
import type { InboundMail } from "./read-mail.ts";

export interface ThreadKeys {
  /** Message ids this mail answers, nearest first: look each up among what was sent and received before. */
  messageIds: readonly string[];
  /** What stands after the plus in the addresses it was sent to: reply+TOKEN@... Try `readReplyToken` on each. */
  tokens: readonly string[];
}

/**
 * By what a mail finds its conversation. A token in the address is the surest (mail programs lose headers, people keep
 * addresses), then In-Reply-To, then References from the latest back.
 */
export function threadKeys(mail: Pick<InboundMail, "inReplyTo" | "references" | "envelopeTo" | "to" | "cc">): ThreadKeys {
  const ids = [...(mail.inReplyTo === undefined ? [] : [mail.inReplyTo]), ...mail.references.toReversed()];
  const addresses = [...mail.envelopeTo, ...mail.to.map(({ address }) => address), ...mail.cc.map(({ address }) => address)];
  const tokens = addresses.flatMap((address) => /^[^@+]+\+([^@]+)@/.exec(address)?.[1] ?? []);
  return { messageIds: [...new Set(ids)], tokens: [...new Set(tokens)] };
}
