/** Problems of a part, at its place in the form. */
export const at = (place: string, problems: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(problems).map(([key, text]) => [`${place}.${key}`, text]));

/** The errors of a part of a form, by their place in that part. */
export const under = (place: string, errors: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors)
      .filter(([key]) => key.startsWith(`${place}.`))
      .map(([key, text]) => [key.slice(place.length + 1), String(text)]),
  );
