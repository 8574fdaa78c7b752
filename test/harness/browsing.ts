/** A browser without a screen: keeps cookies by host, follows redirects by hand, says where it ended. */
export interface Browsing {
  /** One request, its redirects not followed. */
  once(url: string, init?: RequestInit): Promise<Response>;
  /** Follows redirects until a page, or until `stop` says this address is not to be opened; then that address. */
  follow(url: string, init?: RequestInit, stop?: (url: URL) => boolean): Promise<{ url: URL; response: Response | undefined }>;
  jar: Map<string, Map<string, string>>;
}

export function browsing(): Browsing {
  const jar: Browsing["jar"] = new Map();
  const cookiesOf = (url: URL) => jar.get(url.hostname) ?? jar.set(url.hostname, new Map()).get(url.hostname)!;
  const once: Browsing["once"] = async (address, init = {}) => {
    const url = new URL(address);
    const cookies = cookiesOf(url);
    const headers = new Headers(init.headers);
    if (cookies.size) headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split("; ");
      const name = pair.slice(0, pair.indexOf("="));
      const value = pair.slice(pair.indexOf("=") + 1);
      const gone =
        value === "" || attributes.some((each) => /^max-age=0$/i.test(each) || /^expires=Thu, 01 Jan 1970/i.test(each));
      if (gone) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    once,
    jar,
    async follow(address, init, stop) {
      let url = new URL(address);
      let how = init;
      for (let hop = 0; hop < 12; hop += 1) {
        if (stop?.(url)) return { url, response: undefined };
        const response = await once(url.href, how);
        const location = response.headers.get("location");
        if (!location || response.status < 300 || response.status > 399) return { url, response };
        await response.body?.cancel();
        url = new URL(location, url);
        how = {};
      }
      throw new Error(`redirects without end, at ${url.href}`);
    },
  };
}
