"""Makes the workbooks and databases of this folder: the synthetic table of table.csv.gz, as programs that people use write it.

Python 3.11 with openpyxl 3.0.9, XlsxWriter 3.0.2 and SQLite 3.40 (Debian's python3-openpyxl and python3-xlsxwriter); the
tests need none of them.
"""
import csv, datetime, gzip, io, os, sqlite3
import openpyxl
import xlsxwriter

HERE = os.path.dirname(os.path.abspath(__file__))
MADE = datetime.datetime(2020, 5, 1)
with gzip.open(os.path.join(HERE, 'table.csv.gz'), 'rt', encoding='utf-8', newline='') as packed:
    HEADER, *ROWS = list(csv.reader(packed))


def time_of(text):
    return datetime.datetime.strptime(text, '%Y-%m-%dT%H:%M:%SZ')


def values(row):
    """Times as dates, ids as texts: a spreadsheet rounds them as numbers."""
    cells = dict(zip(HEADER, row))
    return [
        cells['tweetid'],
        cells['userid'],
        cells['user_screen_name'],
        time_of(cells['tweet_time']),
        cells['tweet_text'],
        {'True': True, 'False': False, '': None}[cells['is_retweet']],
        int(cells['like_count']) if cells['like_count'] else None,
        cells['hashtags'] or None,
    ]


# openpyxl, as pandas writes it, with an empty sheet and one of notes before.
book = openpyxl.Workbook()
book.active.title = 'About'
book.active.append(['Synthetic data', 'made by make-tables.py'])
book.create_sheet('Empty')
sheet = book.create_sheet('Posts')
sheet.append(HEADER)
for row in ROWS:
    sheet.append(values(row))
book.properties.created = book.properties.modified = MADE
book.save(os.path.join(HERE, 'openpyxl.xlsx'))

# XlsxWriter, with shared texts and days counted from 1904.
book = xlsxwriter.Workbook(os.path.join(HERE, 'xlsxwriter.xlsx'), {'date_1904': True})
book.set_properties({'created': MADE})
sheet = book.add_worksheet('Posts')
bold = book.add_format({'bold': True})
dated = book.add_format({'num_format': 'dd.mm.yyyy hh:mm:ss'})
for column, name in enumerate(HEADER):
    sheet.write(0, column, name, bold)
for place, row in enumerate(ROWS):
    for column, value in enumerate(values(row)):
        if isinstance(value, datetime.datetime):
            sheet.write_datetime(place + 1, column, value, dated)
        elif value is not None:
            (sheet.write_string if isinstance(value, str) else sheet.write)(place + 1, column, value)
book.close()


def database(name, statements):
    path = os.path.join(HERE, name)
    if os.path.exists(path):
        os.remove(path)
    connection = sqlite3.connect(path)
    connection.execute('PRAGMA page_size = 1024')
    statements(connection)
    connection.commit()
    connection.execute('VACUUM')
    connection.close()


def one_table(connection):
    connection.execute(f'CREATE TABLE posts ({", ".join(f"{name} TEXT" for name in HEADER)})')
    connection.executemany(f'INSERT INTO posts VALUES ({", ".join("?" * len(HEADER))})', ROWS)


def joined(connection):
    """Posts and their authors apart, beside an index of words and a table of something else."""
    connection.execute('CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT)')
    connection.execute("INSERT INTO settings VALUES ('note', 'synthetic')")
    connection.execute('CREATE TABLE users (id INTEGER PRIMARY KEY, screen_name TEXT, followers_count INTEGER)')
    connection.execute(
        'CREATE TABLE tweets (id INTEGER PRIMARY KEY, user INTEGER REFERENCES users(id), created_at INTEGER,'
        ' full_text TEXT, is_retweet INTEGER, like_count INTEGER, hashtags TEXT)')
    for row in ROWS:
        cells = dict(zip(HEADER, row))
        connection.execute('INSERT OR IGNORE INTO users VALUES (?, ?, 10)', (int(cells['userid']), cells['user_screen_name']))
        connection.execute('INSERT INTO tweets VALUES (?, ?, ?, ?, ?, ?, ?)', (
            int(cells['tweetid']), int(cells['userid']),
            int(time_of(cells['tweet_time']).replace(tzinfo=datetime.timezone.utc).timestamp()), cells['tweet_text'],
            {'True': 1, 'False': 0, '': None}[cells['is_retweet']], cells['like_count'] or None, cells['hashtags'] or None))
    connection.execute("CREATE VIEW all_tweets AS SELECT * FROM tweets")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(full_text)")


database('posts.db', one_table)
database('joined.sqlite', joined)
