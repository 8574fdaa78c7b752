import { resolve } from "node:path";
import { z } from "zod";
import { ConfigError } from "./config-error.ts";
import { type OidcSettings, oidcSettings, oidcShape } from "./oidc-settings.ts";

/** Every setting Throughline reads, from environment variables only. A wrong one is named in one line before anything starts. */
const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  THROUGHLINE_DATA: z.string().min(1).default(".data"),
  THROUGHLINE_SECRET: z.string().min(32).optional(),
  THROUGHLINE_DEMO: z.enum(["0", "1"]).default("1"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default("Throughline <no-reply@throughline.example>"),
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default("auto"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  ...oidcShape,
});

export interface Config {
  port: number;
  host: string;
  /** Where people reach this installation; no trailing slash. */
  publicUrl: string;
  databaseUrl: string | undefined;
  dataDir: string;
  secret: string | undefined;
  demo: boolean;
  logLevel: string;
  smtpUrl: string | undefined;
  mailFrom: string;
  s3: { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string } | undefined;
  oidc: OidcSettings | undefined;
}

/** Reads and checks the settings. Throws ConfigError with one clear line. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const known = Object.fromEntries(Object.keys(settings.shape).map((key) => [key, env[key] === "" ? undefined : env[key]]));
  const parsed = settings.safeParse(known);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const name = String(issue.path[0]);
    const written = name.includes("SECRET") ? "it is not repeated here" : `it is ${JSON.stringify(known[name])}`;
    throw new ConfigError(`The setting ${name} is not valid: ${issue.message} (${written}).`);
  }
  const read = parsed.data;
  return {
    port: read.PORT,
    host: read.HOST,
    publicUrl: (read.PUBLIC_URL ?? `http://${read.HOST === "0.0.0.0" ? "localhost" : read.HOST}:${read.PORT}`).replace(/\/$/, ""),
    databaseUrl: read.DATABASE_URL,
    dataDir: resolve(read.THROUGHLINE_DATA),
    secret: read.THROUGHLINE_SECRET,
    demo: read.THROUGHLINE_DEMO === "1",
    logLevel: read.LOG_LEVEL,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    s3: allOrNone(
      "S3",
      {
        endpoint: read.S3_ENDPOINT,
        bucket: read.S3_BUCKET,
        region: read.S3_REGION,
        accessKeyId: read.S3_ACCESS_KEY_ID,
        secretAccessKey: read.S3_SECRET_ACCESS_KEY,
      },
      "endpoint",
    ),
    oidc: oidcSettings(read),
  };
}

function allOrNone<T extends Record<string, string | undefined>>(
  group: string,
  values: T,
  key: keyof T & string,
): { [K in keyof T]: string } | undefined {
  if (values[key] === undefined) return undefined;
  const missing = Object.keys(values).filter((name) => values[name] === undefined);
  if (missing.length > 0) throw new ConfigError(`The ${group}_* settings are incomplete: ${missing.join(", ")} missing.`);
  return values as { [K in keyof T]: string };
}
