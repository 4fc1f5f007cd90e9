-- Blocks of the search index that fit into a page. Of 4,096 bytes the cipher keeps 80, and a table's row may take 35
-- less than the rest (SQLite file format, 1.6: "U-35"): 3,981. FTS5's own 4,050 spill nearly every block onto a second
-- page, which makes the file 4 % larger and each reading of the index slower. FTS5 passes the number by 3 bytes at
-- most, and a row's head takes 4. Blocks written before stay as they are until they are merged.

INSERT INTO entry_search (entry_search, rank) VALUES ('pgsz', 3970);
