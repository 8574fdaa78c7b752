/** namespace -> key -> text. Keys are flat ("list.empty" is one key); the mails' file is nested, and read as it is. */
export type Messages = Record<string, Record<string, string>>;

/** File paths as Vite globs them ("./messages/quotes.fr.json") to namespaces ("quotes"). */
export function gather(files: Record<string, Record<string, string>>): Messages {
  const messages: Messages = {};
  for (const [path, texts] of Object.entries(files)) {
    const namespace = path.slice(path.lastIndexOf("/") + 1).split(".")[0];
    if (namespace) messages[namespace] = withMany(texts);
  }
  return messages;
}

/** French has a third plural form, for millions ("1 million de clients"). Where nobody wrote it, the plural serves. */
function withMany(texts: Record<string, string>): Record<string, string> {
  const filled = { ...texts };
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text === "string" && key.endsWith("_other")) filled[`${key.slice(0, -"_other".length)}_many`] ??= text;
  }
  return filled;
}
