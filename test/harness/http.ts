/** The whole server without a port: requests go straight in, with cookies kept as a browser would. */
import type { FastifyInstance, InjectOptions } from "fastify";
import type { Role } from "#platform/context.ts";
import { write } from "#platform/write.ts";
import { openPortalSession } from "#record/portal/portal-session.ts";
import { signedLink } from "#record/portal/signed-link.ts";
import { buildHttpServer } from "#server/http-server.ts";
import { modules } from "#server/modules.ts";
import { demoPassword, staff } from "#test/story/cast.ts";
import { type TestApp, testApp } from "./app.ts";

export interface Answer<T = any> {
  status: number;
  body: T;
  headers: Record<string, string | string[] | number | undefined>;
}

/** A person at a browser (or a program with headers of its own). Paths are as in contracts: "/quotes", without "/api". */
export interface Client {
  get<T = any>(path: string, query?: Record<string, string | number | boolean>): Promise<Answer<T>>;
  post<T = any>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  patch<T = any>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  put<T = any>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  delete<T = any>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  /** Any address, e.g. a raw one outside /api. */
  request<T = any>(
    method: NonNullable<InjectOptions["method"]>,
    url: string,
    options?: { body?: unknown; headers?: Record<string, string>; query?: Record<string, string> },
  ): Promise<Answer<T>>;
  cookies: Map<string, string>;
}

export interface TestServer extends TestApp {
  server: FastifyInstance;
  /** Nobody: a visitor. */
  visitor(headers?: Record<string, string>): Client;
  /** The person of the cast with this role, signed in through the front door. */
  signIn(role: Role): Promise<Client>;
  /** A customer in the portal, let in by a signed link; `full`: after a one-time code. */
  portal(contactId: string, level?: "link" | "full"): Promise<Client>;
}

export async function testServer(options: { seed?: boolean } = {}): Promise<TestServer> {
  const t = await testApp(options);
  const server = await buildHttpServer(t.app, modules, t.app.pool.options, { rateLimits: false });
  await server.ready();
  const visitor = (headers: Record<string, string> = {}) => clientOf(server, headers);
  return {
    ...t,
    server,
    visitor,
    async signIn(role) {
      const client = visitor();
      const answer = await client.post("/auth/sign-in/email", { email: staff[role].email, password: demoPassword });
      if (answer.status !== 200) throw new Error(`${role} could not sign in: ${JSON.stringify(answer.body)}`);
      return client;
    },
    async portal(contactId, level = "link") {
      const client = visitor({ "x-throughline-app": "portal" });
      if (level === "full") {
        const setCookie = (name: string, value: string) => void client.cookies.set(name, value);
        await write(t.as(), (tx) =>
          openPortalSession(tx, t.as(undefined, { setCookie }), { contactId, purpose: "test", full: true }),
        );
        return client;
      }
      const token = signedLink(t.app, contactId, "/portal", "test", new Date(t.clock.now().getTime() + 86_400_000))
        .split("/")
        .at(-1);
      const answer = await client.post("/portal/links", { token });
      if (answer.status !== 200) throw new Error(`the link of ${contactId} does not open: ${JSON.stringify(answer.body)}`);
      return client;
    },
    async close() {
      await server.close();
      await t.close();
    },
  };
}

function clientOf(server: FastifyInstance, fixed: Record<string, string>): Client {
  const cookies = new Map<string, string>();
  const request: Client["request"] = async (method, url, options = {}) => {
    const { body, headers, query } = options;
    const isText = typeof body === "string";
    const answer = await server.inject({
      method,
      url,
      headers: {
        host: "localhost:3000",
        ...(body === undefined || isText ? {} : { "content-type": "application/json" }),
        ...fixed,
        ...headers,
      },
      cookies: Object.fromEntries(cookies),
      ...(query ? { query } : {}),
      ...(body === undefined
        ? {}
        : {
            payload: isText
              ? body
              : JSON.stringify(body, (_key, part: unknown) => (typeof part === "bigint" ? part.toString() : part)),
          }),
    });
    for (const { name, value, maxAge } of answer.cookies as { name: string; value: string; maxAge?: number }[]) {
      if (maxAge === 0 || value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    const isJson = String(answer.headers["content-type"] ?? "").includes("json");
    return {
      status: answer.statusCode,
      body: isJson && answer.body !== "" ? JSON.parse(answer.body) : answer.body,
      headers: answer.headers,
    };
  };
  const send =
    (method: NonNullable<InjectOptions["method"]>): Client["post"] =>
    (path, body, headers) =>
      request(method, `/api${path}`, { body, ...(headers ? { headers } : {}) });
  return {
    cookies,
    request,
    get: (path, query) =>
      request(
        "GET",
        `/api${path}`,
        query ? { query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])) } : {},
      ),
    post: send("POST"),
    patch: send("PATCH"),
    put: send("PUT"),
    delete: send("DELETE"),
  };
}
