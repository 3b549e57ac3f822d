"""Makes the databases of this folder, with SQLite itself: python3 make.py. All names and numbers are invented."""
import os, shutil, sqlite3, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
WORK = tempfile.mkdtemp()


def keep(name, *sides):
    for side in ('', *sides):
        shutil.copy(f'{WORK}/db{side}', f'{HERE}/{name}{side}')


def fresh(journal, page=512):
    for side in ('', '-wal', '-shm', '-journal'):
        if os.path.exists(f'{WORK}/db{side}'):
            os.remove(f'{WORK}/db{side}')
    db = sqlite3.connect(f'{WORK}/db', isolation_level=None)
    db.execute(f'PRAGMA page_size={page}')
    db.execute(f'PRAGMA journal_mode={journal}')
    db.execute('CREATE TABLE fee(id INTEGER PRIMARY KEY, payer TEXT)')
    return db


def rows(db, first, last):
    for i in range(first, last + 1):
        db.execute('INSERT INTO fee VALUES(?, ?)', (i, f'示例人员{i}'))


# Three rows in the file, ten committed: the log is cut in the middle of a frame in the test, and holds frames of an earlier turn.
db = fresh('WAL')
db.execute('PRAGMA wal_autocheckpoint=0')
rows(db, 1, 3)
db.execute('PRAGMA wal_checkpoint(FULL)')
rows(db, 4, 40)
db.execute('PRAGMA wal_checkpoint(RESTART)')
db.execute('DELETE FROM fee WHERE id > 3')
db.execute('PRAGMA wal_checkpoint(RESTART)')
rows(db, 4, 10)
keep('restarted.db', '-wal', '-shm')
db.close()

# Rows that were deleted, the space given back: the log makes the database smaller than its file.
db = fresh('WAL', 1024)
db.execute('PRAGMA wal_autocheckpoint=0')
db.execute('PRAGMA auto_vacuum')
rows(db, 1, 200)
db.execute('PRAGMA wal_checkpoint(TRUNCATE)')
db.execute('DELETE FROM fee WHERE id > 5')
db.execute('VACUUM')
keep('shrunk.db', '-wal')
db.close()

# A transaction that was going on: its pages are in the file, what they were is in the journal.
db = fresh('DELETE')
rows(db, 1, 3)
db.execute('PRAGMA cache_size=1')
db.execute('PRAGMA cache_spill=1')
db.execute('BEGIN')
rows(db, 4, 300)
keep('hot.db', '-journal')
db.execute('ROLLBACK')
db.close()

# A table that only a full-text module can read, an order that only a telephone knows, and one that neither lets be counted.
db = fresh('DELETE')
rows(db, 1, 2)
db.create_collation('LOCALIZED', lambda a, b: (a > b) - (a < b))
db.execute('CREATE VIRTUAL TABLE fee_text USING fts5(payer)')
db.execute("INSERT INTO fee_text VALUES('示例甲')")
db.execute('CREATE TABLE contacts(id INTEGER PRIMARY KEY, name TEXT COLLATE LOCALIZED, initial TEXT AS (substr(name, 1, 1)))')
db.execute('CREATE INDEX contacts_by_name ON contacts(name COLLATE LOCALIZED)')
db.executemany('INSERT INTO contacts(name) VALUES(?)', [('示例乙',), ('示例丙',), ('示例丁',)])
db.execute('CREATE TABLE words(word TEXT PRIMARY KEY COLLATE LOCALIZED) WITHOUT ROWID')
db.execute("INSERT INTO words VALUES('示例')")
db.create_function('PHONE', 1, lambda text: text, deterministic=True)
db.execute('CREATE TABLE calls(number TEXT)')
db.execute('CREATE INDEX calls_by_number ON calls(PHONE(number))')
db.execute("INSERT INTO calls VALUES('13900000000')")
keep('modules.db')
db.close()
