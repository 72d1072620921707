import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { hashContent } from '../model/hash.ts';

// A cache of what is known about the content, in one file of the state folder, for the next command. Content
// stays the only source of truth: the file may be deleted at any time, and commands do without it if it is
// damaged, of another version, or read-only. Every value has a checksum that includes the key of the code
// that found it, so a value from other code, another file or a failing disk is ignored.

/** How long a build waits for another command to finish a write (milliseconds); each takes only a moment. */
const WRITE_TIMEOUT = 5000;
/** Maximum number of rows per transaction, so that nobody waits for long. */
const ROWS_PER_TRANSACTION = 500;
/** SQLite's error codes for a file that lacks our tables, is damaged, or is not a database. */
const damaged: readonly unknown[] = [1, 11, 26];
/** Increased whenever the tables below change. */
const VERSION = 3;

/** The tables. Each has values by name, with the key of what a value was made from. */
type TableName = 'draft' | 'known';

/** A cached value, with the key of what it was made from. */
interface CachedValue {
  readonly name: string;
  readonly key: string;
  readonly value: unknown;
}

/** The open database of a state folder. */
export interface Database {
  /** Returns the keys of all values of a table, by name. */
  readonly listKeys: (table: TableName) => ReadonlyMap<string, string>;
  /** Returns the value with this name and key, or undefined if there is none. */
  readonly read: (table: TableName, name: string, key: string) => unknown;
  /**
   * Writes values, and deletes those with the names in `gone`. If writing fails, the next command makes the
   * values again.
   */
  readonly write: (
    table: TableName,
    values: readonly CachedValue[],
    removed: readonly string[],
  ) => void;
  readonly close: () => void;
}

/**
 * Who opens a database: a build waits a moment for other writers, any other command continues without the
 * database.
 */
export type Opener = 'build' | 'command';

/**
 * Returns the database of a state folder for the code with this key. If it cannot be opened, the database
 * stores nothing.
 */
export function openDatabase(state: string, codeKey: string, opener: Opener): Database {
  const connection = openConnection(join(state, 'archive.sqlite'), opener);
  const getChecksum = (table: string, { name, key }: Omit<CachedValue, 'value'>, text: string) =>
    hashContent([codeKey, table, name, key, text].join('\0'));
  return {
    listKeys: (table) => {
      const rows = connection.use(({ prepare }) => prepare(`SELECT name, key FROM ${table}`).all());
      return new Map(rows?.map(({ name, key }) => [String(name), String(key)]));
    },
    read: (table, name, key) =>
      connection.use(({ prepare }) => {
        const text = `SELECT checksum, value FROM ${table} WHERE name = ? AND key = ?`;
        const row = prepare(text).get(name, key);
        const value = String(row?.value);
        if (row?.checksum !== getChecksum(table, { name, key }, value)) return undefined;
        return JSON.parse(value) as unknown;
      }),
    write: (table, values, removed) => {
      connection.use(({ sql }) => {
        const insert = `INSERT OR REPLACE INTO ${table} (name, key, checksum, value) VALUES (?, ?, ?, ?)`;
        const rows = values.values().map((one) => {
          const text = JSON.stringify(one.value);
          return [one.name, one.key, getChecksum(table, one, text), text];
        });
        writeRows(sql, insert, rows);
        writeRows(
          sql,
          `DELETE FROM ${table} WHERE name = ?`,
          removed.map((name) => [name]),
        );
      });
    },
    close: () => {
      connection.close();
    },
  };
}

/** A connection to the file of a database, until it is closed or fails. */
interface Connection {
  /** Returns the result of a function, or undefined if the connection is closed or fails. */
  readonly use: <Result>(run: (open: OpenConnection) => Result) => Result | undefined;
  readonly close: () => void;
}

interface OpenConnection {
  readonly sql: DatabaseSync;
  /** Returns the statement for a text, which is compiled on first use. */
  readonly prepare: (text: string) => StatementSync;
}

/** Returns a connection that closes when the database fails, and removes a damaged file. */
function openConnection(file: string, opener: Opener): Connection {
  let sql = openFile(file, opener);
  const statements = new Map<string, StatementSync>();
  const discard = (error: unknown) => {
    if (!isOfDatabase(error)) throw error;
    sql?.close();
    sql = undefined;
    if (damaged.includes(error.errcode)) removeFile(file);
  };
  const use: Connection['use'] = (run) => {
    if (!sql) return undefined;
    const open = sql;
    const prepare = (text: string) => {
      const statement = statements.get(text) ?? open.prepare(text);
      statements.set(text, statement);
      return statement;
    };
    try {
      return run({ sql: open, prepare });
    } catch (error) {
      discard(error);
      return undefined;
    }
  };
  return {
    use,
    close: () => {
      use((open) => {
        open.sql.close();
      });
      sql = undefined;
    },
  };
}

/** Runs a statement for each row, in short transactions. */
function writeRows(sql: DatabaseSync, text: string, rows: Iterable<SQLInputValue[]>): void {
  const statement = sql.prepare(text);
  let count = 0;
  for (const row of rows) {
    if (count % ROWS_PER_TRANSACTION === 0)
      sql.exec(count === 0 ? 'BEGIN IMMEDIATE' : 'COMMIT; BEGIN IMMEDIATE');
    statement.run(...row);
    count += 1;
  }
  if (count > 0) sql.exec('COMMIT');
}

function openFile(file: string, opener: Opener): DatabaseSync | undefined {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch {
    return undefined;
  }
  try {
    return prepareFile(file, opener);
  } catch (error) {
    if (!isOfDatabase(error)) throw error;
    if (!damaged.includes(error.errcode)) return undefined;
  }
  try {
    removeFile(file);
    return prepareFile(file, opener);
  } catch {
    return undefined;
  }
}

function prepareFile(file: string, opener: Opener): DatabaseSync {
  const sql = new DatabaseSync(file, { timeout: opener === 'build' ? WRITE_TIMEOUT : 0 });
  try {
    const { user_version: version } = sql.prepare('PRAGMA user_version').get() ?? {};
    // With a write-ahead log, readers never wait. Whatever a power failure destroys is made again.
    sql.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF');
    if (version !== VERSION) createTables(sql);
    return sql;
  } catch (error) {
    sql.close();
    throw error;
  }
}

function createTables(sql: DatabaseSync): void {
  // Keys are listed from the index alone, because rows are a hundred times as long.
  const tables = ['draft', 'known'].map(
    (name) => `DROP TABLE IF EXISTS ${name};
      CREATE TABLE ${name} (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, key TEXT NOT NULL, checksum TEXT NOT NULL, value TEXT NOT NULL);
      CREATE INDEX ${name}_keys ON ${name} (name, key);`,
  );
  sql.exec(`BEGIN IMMEDIATE; ${tables.join('\n')} PRAGMA user_version = ${VERSION}; COMMIT`);
}

function removeFile(file: string): void {
  try {
    for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
  } catch {
    // If it cannot be removed, it is not read either.
  }
}

function isOfDatabase(error: unknown): error is Error & { readonly errcode: number } {
  return error instanceof Error && 'errcode' in error;
}
