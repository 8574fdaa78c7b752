/** PostgreSQL settings by name, passed on its command line so that they always win over the data folder's files. */
export type Settings = Record<string, string>;

/** Settings for a small server holding real data: every commit is on disk before it is acknowledged. */
const durable: Settings = {
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  wal_level: "replica",
  max_wal_size: "2GB",
  checkpoint_timeout: "10min",
};

/** Settings for a database that dies with its process (tests): durability traded for speed. */
const disposable: Settings = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "1GB",
  autovacuum_naptime: "5min",
};

/** The settings to start with: unix socket only, no port, small short-lived queries, no statement text in the log. */
export function startSettings(socketDir: string, ephemeral: boolean, extra: Settings = {}): Settings {
  return {
    listen_addresses: "",
    unix_socket_directories: socketDir,
    unix_socket_permissions: "0700",
    max_connections: ephemeral ? "100" : "60",
    shared_buffers: "256MB",
    work_mem: "8MB",
    maintenance_work_mem: "128MB",
    random_page_cost: "1.1",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    // The application logs its own failed statements with their request; a second copy here would only spread personal data.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_checkpoints: "off",
    ...(ephemeral ? disposable : durable),
    ...extra,
  };
}
