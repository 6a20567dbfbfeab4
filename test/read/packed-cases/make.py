"""Makes the files of this folder: one synthetic table, packed in each way that is read.

Python 3.11 with pyarrow 25.0.1 and duckdb 1.5.6, and zstd 1.5; the tests need none of them.
"""
import bz2, datetime, gzip, io, os, subprocess, zipfile
import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

HERE = os.path.dirname(os.path.abspath(__file__))
ROWS = range(60)
START = datetime.datetime(2020, 4, 19, 19, 22, 23)
TEXTS = ['синтетический пост #тег', 'a synthetic post #tag', 'another one, "quoted" #tag', 'RT @user1: a synthetic post #tag']

table = pa.table({
    'tweetid': pa.array([1251954312772812001 + i * 4194304001 for i in ROWS], pa.int64()),
    'userid': [str(100 + i % 7) for i in ROWS],
    'user_screen_name': [f'user{i % 7}' for i in ROWS],
    'tweet_time': pa.array([START + datetime.timedelta(seconds=i) for i in ROWS], pa.timestamp('us', 'UTC')),
    'tweet_text': [f'{TEXTS[i % 4]} {i // 3}' for i in ROWS],
    'is_retweet': pa.array([None if i % 9 == 0 else i % 4 == 3 for i in ROWS], pa.bool_()),
    'like_count': pa.array([None if i % 5 == 0 else i % 3 for i in ROWS], pa.int32()),
    'hashtags': pa.array([None if i % 5 == 0 else ['tag', 'тег'][: i % 3] for i in ROWS], pa.list_(pa.string())),
})


def cell(value):
    text = '' if value is None else '|'.join(value) if isinstance(value, list) else value.strftime('%Y-%m-%dT%H:%M:%SZ') if isinstance(value, datetime.datetime) else str(value)
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in ',"\n') else text


lines = [','.join(table.column_names)] + [','.join(cell(row[name]) for name in table.column_names) for row in table.to_pylist()]
csv = ('\n'.join(lines) + '\n').encode()


def write(name, content):
    with open(os.path.join(HERE, name), 'wb') as file:
        file.write(content)


write('table.csv.gz', gzip.compress(csv, mtime=0))
write('table.csv.bz2', bz2.compress(csv))
write('table.csv.zst', subprocess.run(['zstd', '-q', '-c'], input=csv, capture_output=True, check=True).stdout)
archive = io.BytesIO()
with zipfile.ZipFile(archive, 'w', zipfile.ZIP_DEFLATED) as packed:
    packed.writestr(zipfile.ZipInfo('table.csv', (2020, 1, 1, 0, 0, 0)), csv, zipfile.ZIP_DEFLATED)
write('table.csv.zip', archive.getvalue())

pq.write_table(table, os.path.join(HERE, 'pages-1.parquet'), compression='snappy', row_group_size=40)
pq.write_table(table, os.path.join(HERE, 'pages-2.parquet'), compression='gzip', data_page_version='2.0')
pq.write_table(table, os.path.join(HERE, 'deltas.parquet'), compression='none', use_dictionary=False, column_encoding={
    'tweetid': 'DELTA_BINARY_PACKED', 'like_count': 'DELTA_BINARY_PACKED', 'userid': 'DELTA_LENGTH_BYTE_ARRAY',
    'user_screen_name': 'DELTA_BYTE_ARRAY', 'tweet_text': 'DELTA_BYTE_ARRAY',
})
synthetic = table
duckdb.sql(f"copy (select * from synthetic) to '{os.path.join(HERE, 'duckdb.parquet')}' (format parquet, compression zstd)")
