import { pino, type Logger } from "pino";

export type Log = Logger;

/** JSON lines on standard output; secrets are never written. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ["req.headers.cookie", "req.headers.authorization", "password", "token", "*.password", "*.token"],
      censor: "[hidden]",
    },
  });
}
