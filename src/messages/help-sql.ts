import type { Text } from './language.js';

/** `sql` in the list of commands. */
export const sqlCommand = {
  sql: {
    summary: {
      zh: '用 SQL 查询已装入的数据,只读;不写查询则列出表和列',
      en: 'read-only SQL over the loaded data; alone: the tables and columns',
    },
    example: {
      zh: "dibao sql\ndibao sql 'SELECT township, count(*) AS 户数 FROM household GROUP BY ALL ORDER BY 2 DESC' -c dibao.yaml\ndibao sql --file 查询.sql --run 疑点 --format csv --output 结果.csv\ndibao sql - -c dibao.yaml < 查询.sql   (身份证号只能这样给,或写在 --file 里)",
      en: "dibao sql\ndibao sql 'SELECT township, count(*) AS households FROM household GROUP BY ALL ORDER BY 2 DESC' -c dibao.yaml\ndibao sql --file query.sql --run cases --format csv --output result.csv\ndibao sql - -c dibao.yaml < query.sql   (the way for an ID number, or --file)",
    },
  },
} as const satisfies Record<string, { summary: Text; example: Text }>;

export const sqlHelp = {
  queryName: { zh: '查询', en: 'query' },
  query: {
    zh: '一条 SELECT;- 从标准输入读;次序以 ORDER BY 为准',
    en: 'one SELECT; - reads it from standard input; only ORDER BY makes an order',
  },
  file: { zh: '从这个文件读查询', en: 'read the query from this file' },
  run: {
    zh: '用这个结果文件夹里 check --keep-db 留下的库,不重读数据',
    en: 'use the database that check --keep-db left in this run folder',
  },
  output: { zh: '结果写入这个文件(身份证号完整)', en: 'write the result to this file, ID numbers whole' },
  format: {
    zh: '屏幕上默认 table,其余默认 csv;或 ndjson、json。table 中身份证号脱敏,文件和管道中的 csv、ndjson、json 不脱敏',
    en: 'table on a terminal, csv elsewhere; or ndjson, json. IDs are masked in a table; whole in csv, ndjson, json of files and pipes',
  },
} as const satisfies Record<string, Text>;
