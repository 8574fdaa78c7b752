/**
 * Which cases: one word and what it is about, e.g. `variant:4f0c…`, `activity:quote.sent`, `edge:quote.sent>quote.signed`,
 * `starts:`, `ends:`, `loop:a>b>a`, `deviation:missing>quote.sent`, `late:quote.sent`, `conforms:yes`, `source:email`
 */
export const filterPattern =
  /^(?:(?:variant|activity|edge|starts|ends|loop|deviation|late|channel|source|campaign|product|segment):.{1,400}|conforms:(?:yes|no))$/;
