/** A provider that lies in one chosen way: describes itself properly, signs properly, and puts something wrong in the token. */
import { generateKeyPairSync, sign } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { closeServer } from "./open-id-provider.ts";

export interface ForgingProvider {
  issuer: string;
  /** What is changed in the next token: its claims, given those an honest provider would write. */
  forge(change: (claims: Record<string, unknown>) => Record<string, unknown>): void;
  /** No identity token at all in the next answers. */
  withoutToken: boolean;
  /** What the userinfo address says. */
  userInfo: Record<string, unknown>;
  /** Its description names another issuer. */
  callItself(name: string): void;
  /** The token is signed by someone else from now on. */
  signWithStrangeKey(): void;
  close(): Promise<void>;
}

/** Starts it for one person; the authorization address sends everyone straight back with a code. */
export async function forgingProvider(person: Record<string, unknown>, clientId: string): Promise<ForgingProvider> {
  const own = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const strange = generateKeyPairSync("rsa", { modulusLength: 2048 });
  let key = own.privateKey;
  let change = (claims: Record<string, unknown>) => claims;
  let nonce = "";
  let name: string | undefined;
  const server = createServer((request, response) => {
    const url = new URL(request.url!, issuer);
    const json = (body: unknown) => response.setHeader("content-type", "application/json").end(JSON.stringify(body));
    if (url.pathname === "/.well-known/openid-configuration")
      return json({
        issuer: name ?? issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/keys`,
        id_token_signing_alg_values_supported: ["RS256"],
      });
    if (url.pathname === "/keys")
      return json({ keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }] });
    if (url.pathname === "/authorize") {
      nonce = url.searchParams.get("nonce") ?? "";
      const back = new URL(url.searchParams.get("redirect_uri")!);
      back.searchParams.set("code", "a code");
      back.searchParams.set("state", url.searchParams.get("state")!);
      return response.writeHead(302, { location: back.href }).end();
    }
    if (url.pathname === "/userinfo") return json(running.userInfo);
    const now = Math.floor(Date.now() / 1000);
    const claims = change({ iss: issuer, aud: clientId, iat: now, exp: now + 300, nonce, ...person });
    return json({
      access_token: "an access token",
      token_type: "Bearer",
      ...(running.withoutToken ? {} : { id_token: signed(claims) }),
    });
  });
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = (claims: Record<string, unknown>): string => {
    const head = `${part({ alg: "RS256", kid: "1" })}.${part(claims)}`;
    return `${head}.${sign("sha256", Buffer.from(head), key).toString("base64url")}`;
  };
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const running: ForgingProvider = {
    issuer,
    forge: (wanted) => void (change = wanted),
    withoutToken: false,
    userInfo: person,
    callItself: (wanted) => void (name = wanted),
    signWithStrangeKey: () => void (key = strange.privateKey),
    close: () => closeServer(server),
  };
  return running;
}
