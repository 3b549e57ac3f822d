"""The nursing and door-card database as SQLite. Called by ward-db.mjs: rows as JSON on stdin, path as argument."""
import json
import os
import sqlite3
import sys

path = sys.argv[1]
rows = json.load(sys.stdin)
if os.path.exists(path):
    os.remove(path)
db = sqlite3.connect(path)
db.executescript(
    """
    PRAGMA page_size = 4096;
    CREATE TABLE 住院登记 (结算流水号 TEXT PRIMARY KEY, 人员编号 TEXT NOT NULL, 入院日期 TEXT, 出院日期 TEXT, 床位 TEXT, 责任护士工号 TEXT);
    CREATE TABLE 门禁记录 (id INTEGER PRIMARY KEY, 卡号 TEXT, 人员编号 TEXT, 门 TEXT, 方向 TEXT, 时间 TEXT);
    CREATE TABLE 护理记录 (id INTEGER PRIMARY KEY, 结算流水号 TEXT, 记录时间 TEXT, 录入时间 TEXT, 护士工号 TEXT, 内容 TEXT);
    CREATE TABLE 说明 (项目 TEXT PRIMARY KEY, 值 TEXT);
    """
)
for table, width in (("住院登记", 6), ("门禁记录", 6), ("护理记录", 6), ("说明", 2)):
    db.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * width)})", rows[table])
db.commit()
db.execute("VACUUM")
db.close()
