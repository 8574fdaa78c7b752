/** A person at a browser, seen from outside: the public HTTP API, cookies kept. What is refused is thrown with its reason. */
export interface Person {
  get<T = any>(path: string, query?: Record<string, string | number | boolean>): Promise<T>;
  post<T = any>(path: string, body?: unknown): Promise<T>;
  put<T = any>(path: string, body?: unknown): Promise<T>;
  patch<T = any>(path: string, body?: unknown): Promise<T>;
  delete<T = any>(path: string): Promise<T>;
  /** A file of the API: its bytes. */
  download(path: string): Promise<Uint8Array>;
  /** Follows a link found in a mail, as a click would; answers with the address it leads to. */
  follow(url: string): Promise<string>;
  upload<T = any>(path: string, fields: Record<string, string>, file: { name: string; text: string }): Promise<T>;
}

export function personAt(baseUrl: string, app: "console" | "portal", cookies = new Map<string, string>()): Person {
  const headers = () => ({
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
    "x-throughline-app": app,
    "accept-language": "fr",
    origin: baseUrl,
  });
  const remember = (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  };
  async function ask(method: string, path: string, body?: unknown): Promise<Response> {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${baseUrl}/api${path}`, {
      method,
      headers: { ...headers(), ...(body === undefined || isForm ? {} : { "content-type": "application/json" }) },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    remember(answer);
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${(await answer.text()).slice(0, 600)}`);
    return answer;
  }
  const read = async (answer: Response) => {
    const text = await answer.text();
    return text === "" ? undefined : JSON.parse(text);
  };
  return {
    get: async (path, query = {}) => {
      const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
      return read(await ask("GET", search ? `${path}?${search}` : path));
    },
    post: async (path, body = {}) => read(await ask("POST", path, body)),
    put: async (path, body = {}) => read(await ask("PUT", path, body)),
    patch: async (path, body = {}) => read(await ask("PATCH", path, body)),
    delete: async (path) => read(await ask("DELETE", path)),
    download: async (path) => new Uint8Array(await (await ask("GET", path)).arrayBuffer()),
    async follow(url) {
      let address = new URL(url, baseUrl);
      for (let hop = 0; hop < 5; hop += 1) {
        const answer = await fetch(`${baseUrl}${address.pathname}${address.search}`, { headers: headers(), redirect: "manual" });
        remember(answer);
        const next = answer.headers.get("location");
        if (!next) break;
        address = new URL(next, baseUrl);
      }
      return address.pathname + address.search;
    },
    upload: async (path, fields, file) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.set("file", new File([file.text], file.name));
      return read(await ask("POST", path, form));
    },
  };
}
