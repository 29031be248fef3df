// The tables of the SQLite database, as numbered steps from one version to the next.

/** The step at place n leads to version n + 1. Never change a step that was released: add one. */
export const migrations: readonly string[] = [
  `CREATE TABLE questions (
    key TEXT PRIMARY KEY,
    server TEXT NOT NULL,
    question TEXT NOT NULL,
    verdict TEXT NOT NULL,
    unknown TEXT NOT NULL, -- JSON
    askedAt INTEGER NOT NULL,
    state TEXT NOT NULL
  ) STRICT;
  CREATE INDEX questionsByTime ON questions (server, askedAt);
  CREATE TABLE votes (
    voter TEXT PRIMARY KEY,
    server TEXT NOT NULL,
    question TEXT NOT NULL,
    article TEXT NOT NULL,
    sentence TEXT NOT NULL,
    isHelpful INTEGER NOT NULL,
    votedAt INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX votesByServer ON votes (server);
  CREATE TABLE counters (
    server TEXT NOT NULL,
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (server, day, name)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE settings (
    server TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (server, name)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE claims (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    expiresAt INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;`,
]
