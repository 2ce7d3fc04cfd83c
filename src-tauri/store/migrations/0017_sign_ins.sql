-- Sites that are signed in to. The password is in the system's keychain and never here.
CREATE TABLE sign_ins (
  origin TEXT PRIMARY KEY,                           -- scheme, host and port: nobody else is sent the password
  user   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
