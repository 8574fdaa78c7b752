import { createContext, type ReactNode, use, useEffect } from "react";

type Tell = (isQuiet: boolean) => void;
const Place = createContext<Tell>(() => {});

/** Where a panel of the home page stands: it tells the page whether something waits in it. */
export function WorkPlace(props: { id: string; tell: (id: string, isQuiet: boolean) => void; children: ReactNode }) {
  const { id, tell } = props;
  return <Place value={(isQuiet) => tell(id, isQuiet)}>{props.children}</Place>;
}

/** Says that nothing waits here, once that is known. */
export function useQuiet(isQuiet: boolean | undefined): void {
  const tell = use(Place);
  useEffect(() => {
    if (isQuiet !== undefined) tell(isQuiet);
  });
}
