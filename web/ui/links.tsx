import { Anchor, type AnchorProps, Button, type ButtonProps } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

export interface Target {
  to: string;
  params?: Record<string, string>;
  search?: Record<string, string>;
}

/** A link in text: `<TextLink to="/quotes/$quoteId" params={{ quoteId }}>Q-12</TextLink>`. */
export function TextLink({ to, params, search, children, ...look }: Target & AnchorProps & { children: ReactNode }) {
  return (
    <Anchor {...look} renderRoot={(root) => <Link to={to} params={params as never} search={search as never} {...root} />}>
      {children}
    </Anchor>
  );
}

/** A link that looks like a button: going somewhere is never an onClick. */
export function LinkButton({ to, params, search, children, ...look }: Target & ButtonProps & { children: ReactNode }) {
  return (
    <Button {...look} renderRoot={(root) => <Link to={to} params={params as never} search={search as never} {...root} />}>
      {children}
    </Button>
  );
}
