import "./journal.css";
import type { client } from "../../api/client.ts";
import { Money } from "../../ui/values.tsx";

export type Entry = Awaited<ReturnType<typeof client.ledger.show>>;

/** The accounts of an entry: the debits in one column, the credits in the next. */
export function Postings({ entry }: { entry: Entry }) {
  return (
    <ul className="tl-postings">
      {entry.postings.map((posting, index) => {
        const minor = BigInt(posting.amountMinor);
        return (
          <li key={`${index} ${posting.account}`} data-credit={minor < 0n || undefined}>
            <span title={posting.accountName}>
              {posting.account} {posting.accountName}
            </span>
            <Money minor={minor < 0n ? -minor : minor} currency={entry.currency} />
          </li>
        );
      })}
    </ul>
  );
}
