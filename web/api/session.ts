import { queryOptions, useQuery } from "@tanstack/react-query";
import { ApiError } from "./api-error.ts";
import { client } from "./client.ts";
import { queryClient } from "./query-client.ts";
import { sendJson } from "./send.ts";

export type Me = Awaited<ReturnType<typeof client.staff.me>>;

/** Who is signed in and what they may do; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async (): Promise<Me | null> => {
    try {
      return await client.staff.me();
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

export const useMe = (): Me | null => useQuery(meQuery).data ?? null;

export type SignInStep = "signed-in" | "code-needed";

/** E-mail and password; staff with two-step verification are asked for a code next. */
export async function signIn(input: { email: string; password: string; rememberMe: boolean }): Promise<SignInStep> {
  const answer = await sendJson<{ twoFactorRedirect?: boolean }>("/api/auth/sign-in/email", input);
  if (answer.twoFactorRedirect) return "code-needed";
  queryClient.clear();
  return "signed-in";
}

/** Leaves for the organisation's own sign-in; it sends the person back to `next`, or to the sign-in page with `refused`. */
export async function goToProvider(next: string): Promise<void> {
  const { url } = await sendJson<{ url: string }>("/api/auth/sign-in/oidc", { next });
  location.assign(url);
}

export async function verifyCode(input: { code: string; trustDevice: boolean }): Promise<void> {
  await sendJson("/api/auth/two-factor/verify-totp", input);
  queryClient.clear();
}

/** Ends the session and forgets everything that was on the screen. */
export async function signOut(): Promise<void> {
  await sendJson("/api/auth/sign-out", {});
  queryClient.clear();
}
