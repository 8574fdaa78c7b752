import "../../ui/list.css";
import type { ReactNode } from "react";

/** A short table served whole: no pages, no filters. */
export function PlainTable(props: {
  label: string;
  head: string[];
  rows: { id: string; cells: ReactNode[] }[];
  empty: ReactNode;
}) {
  if (!props.rows.length) return props.empty;
  return (
    // a scrolling region must be reachable without a mouse
    <div className="tl-table-wrap" role="group" aria-label={props.label} tabIndex={0}>
      <table className="tl-table">
        <thead>
          <tr>
            {props.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.id}>
              {row.cells.map((cell, at) => (
                <td key={props.head[at]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
