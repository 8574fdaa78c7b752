import { queryOptions, useQuery } from "@tanstack/react-query";
import { ApiError } from "./api-error.ts";
import { queryClient } from "./query-client.ts";
import { sendJson } from "./send.ts";

export interface Session {
  user: { id: string; name: string; email: string; image?: string | null; role?: string | null; permissions?: string[] };
}

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await sendJson<Session | null>("/api/auth/get-session");
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

export const useSession = (): Session | null => useQuery(sessionQuery).data ?? null;

export type SignInStep = "signed-in" | "code-needed";

/** E-mail and password; staff with two-step verification are asked for a code next. */
export async function signIn(input: { email: string; password: string; rememberMe: boolean }): Promise<SignInStep> {
  const answer = await sendJson<{ twoFactorRedirect?: boolean }>("/api/auth/sign-in/email", input);
  if (answer.twoFactorRedirect) return "code-needed";
  await queryClient.resetQueries({ queryKey: sessionQuery.queryKey });
  return "signed-in";
}

export async function verifyCode(input: { code: string; trustDevice: boolean }): Promise<void> {
  await sendJson("/api/auth/two-factor/verify-totp", input);
  await queryClient.resetQueries({ queryKey: sessionQuery.queryKey });
}

/** Ends the session and forgets everything that was on the screen. */
export async function signOut(): Promise<void> {
  await sendJson("/api/auth/sign-out", {});
  queryClient.clear();
}
