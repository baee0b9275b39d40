import type { Place } from './place.ts'

/** All of the server's settings are here and on its command line, so that a server left behind can be recognised as ours. */
export function serverArguments(place: Place, socketDir: string, port: number | undefined): string[] {
  const settings = {
    listen_addresses: port === undefined ? '' : '127.0.0.1',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    ssl: 'off',
    max_connections: 60,
    shared_buffers: '128MB',
    // An acknowledged write is on the disk. These three are never turned off: the log of who looked depends on them too.
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    // After a crash every file would be synced one by one; this asks the file system once (0.04 to 0.3 s, not 3).
    recovery_init_sync_method: 'syncfs',
    // Enough for a backup while writing goes on (backup.ts keeps the log by a slot of its own); no archive, which would write everything twice.
    wal_level: 'replica',
    archive_mode: 'off',
    max_wal_senders: 0,
    jit: 'off',
    // What a service asks of lies in memory or on a disk without a needle: one row by its index costs no more than the next one in order. With the server's own 4 it reads all colleagues for each session.
    random_page_cost: 1.1,
    // A page asks fifty statements, and the server copies the words of each for whoever looks on: their beginning is enough to know one by, and who is at work is told without a title that changes twice a statement.
    track_activity_query_size: 100,
    update_process_title: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The server's log tells of the server. Failed statements carry names and notes; the application reports them by id.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  }
  return ['-D', place.cluster, '-p', String(port ?? defaultPort), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** Without TCP it only names the socket. */
export const defaultPort = 5432
