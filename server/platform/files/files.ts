/** Where the bytes live: attachments, photos, issued documents. A folder on disk to start with, any S3 store to scale. */
import { openDiskFiles } from "./disk-files.ts";
import { openS3Files, type S3Options } from "./s3-files.ts";

export interface StoredFile {
  /** Hex SHA-256 of the bytes. */
  readonly sha256: string;
  readonly size: number;
  readonly contentType: string;
}

/**
 * A key is a path of lower-case words, such as "quotes/0198.../quote.pdf": letters a-z, digits, dot, dash and underscore
 * between slashes, 400 characters at most. Any other key is a bug and throws RangeError before anything is touched.
 */
export interface Files {
  /** Keeps bytes under a key, replacing what was there. When it returns they are durable. */
  put(key: string, bytes: Uint8Array, options: { contentType: string }): Promise<StoredFile>;
  /** The bytes, verified against their hash; undefined when there is no such key. Throws when they were damaged. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** The bytes as a stream, for downloads; undefined when there is no such key. */
  stream(key: string): Promise<ReadableStream<Uint8Array> | undefined>;
  /** Hash, size and type without the bytes; undefined when there is no such key. */
  stat(key: string): Promise<StoredFile | undefined>;
  exists(key: string): Promise<boolean>;
  /** Erases the bytes. Nothing happens when there is no such key. */
  remove(key: string): Promise<void>;
}

export type FilesOptions = { kind: "disk"; root: string } | ({ kind: "s3" } & S3Options);

/** Opens the store. The disk folder is made when missing; an S3 bucket must exist. */
export const openFiles = async (options: FilesOptions): Promise<Files> =>
  options.kind === "disk" ? await openDiskFiles(options.root) : openS3Files(options);
