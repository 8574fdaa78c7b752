/** A real OpenID provider on a free port, as an organisation runs one: its people sign in with a form of one field. */
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Configuration } from "oidc-provider";

/** Someone in the provider's directory. */
export interface DirectoryPerson {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
  locale?: string;
}

export interface TestProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who is in the directory, by what they type in the form; change it at will. */
  people: Map<string, DirectoryPerson>;
  /** How long a code lasts from now on. */
  codeSeconds: number;
  close(): Promise<void>;
}

/** Starts it; `redirectUri` is registered, with PKCE required of the client. */
export async function openIdProvider(options: { redirectUri: string; emailInToken?: boolean }): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, DirectoryPerson>();
  const running: TestProvider = {
    issuer,
    clientId: "throughline",
    clientSecret: "a client secret used by tests only",
    people,
    codeSeconds: 60,
    close: () => closeServer(server),
  };
  const configuration: Configuration = {
    clients: [
      {
        client_id: running.clientId,
        client_secret: running.clientSecret,
        redirect_uris: [options.redirectUri],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "locale"] },
    conformIdTokenClaims: !options.emailInToken,
    cookies: { keys: ["a cookie key used by tests only"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true },
    ttl: {
      AuthorizationCode: () => running.codeSeconds,
      Interaction: 600,
      Session: 600,
      Grant: 600,
      IdToken: 600,
      AccessToken: 600,
    },
    findAccount: (_ctx, sub) => {
      const person = [...people.values()].find((each) => each.sub === sub);
      return person && { accountId: sub, claims: () => ({ ...person }) };
    },
  };
  const provider = new Provider(issuer, configuration);
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return void answer(request, response);
    void (async () => {
      const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
      if (prompt.name === "login" && request.method === "GET") {
        response.setHeader("content-type", "text/html; charset=utf-8");
        response.end(
          '<h1>Sign in at the provider</h1><form method="post"><label>Name <input name="who" autofocus></label><button>Go on</button></form>',
        );
        return;
      }
      if (prompt.name === "login") {
        const person = people.get(new URLSearchParams(await bodyOf(request)).get("who") ?? "");
        const result = person ? { login: { accountId: person.sub } } : { error: "access_denied", error_description: "stopped" };
        await provider.interactionFinished(request, response, result);
        return;
      }
      const grant =
        (grantId && (await provider.Grant.find(grantId))) ||
        new provider.Grant({ accountId: session!.accountId, clientId: String(params.client_id) });
      grant.addOIDCScope("openid email profile");
      await provider.interactionFinished(
        request,
        response,
        { consent: { grantId: await grant.save() } },
        { mergeWithLastSubmission: true },
      );
    })().catch((error: Error) => response.writeHead(500).end(error.message));
  });
  return running;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

export function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => void server.close(() => done()));
}
