import type { ErrorEntry } from '../errors.js';

/** Errors of `sql`. */
export const sqlErrors = {
  'sql-empty': {
    exit: 2,
    what: { zh: '没有查询语句', en: 'there is no query' },
    remedy: {
      zh: '请写一条 SELECT;不写 QUERY 则列出可查的表和列',
      en: 'give one SELECT; without QUERY the tables and columns are listed',
    },
  },
  'sql-several': {
    exit: 2,
    what: { zh: '一次只能查一条语句,这里有 {count} 条', en: 'one statement at a time: these are {count}' },
    remedy: { zh: '请去掉多余的分号,分开来查', en: 'take the others out, and ask them one by one' },
  },
  'sql-not-query': {
    exit: 2,
    what: { zh: '只能查询,不能 {word}', en: 'only queries are allowed, not {word}' },
    remedy: {
      zh: '数据只读:请写 SELECT、WITH、FROM、VALUES、DESCRIBE 或 EXPLAIN;要存结果请写 --output 文件',
      en: 'the data are read-only: SELECT, WITH, FROM, VALUES, DESCRIBE or EXPLAIN; --output FILE keeps the result',
    },
  },
  'sql-outside': {
    exit: 2,
    what: {
      zh: '查询不能读写文件,也不能改设置:{message}',
      en: 'a query reads no files and changes no settings: {message}',
    },
    remedy: {
      zh: '只能查已装入的表;要查别的文件,请在专项文件中列为数据来源',
      en: 'ask the loaded tables; name other files as sources of the campaign',
    },
  },
  'sql-faulty': {
    exit: 2,
    what: { zh: 'SQL 有误:\n{message}', en: 'a mistake in the SQL:\n{message}' },
    remedy: { zh: '可查的表和列:dibao sql(不写查询)', en: 'tables and columns: dibao sql without a query' },
  },
  'sql-table': {
    exit: 2,
    what: { zh: 'SQL 有误:\n{message}', en: 'a mistake in the SQL:\n{message}' },
    remedy: {
      zh: '相近的表:{table};全部的表和列:dibao sql(不写查询)',
      en: 'the table spelled most like it: {table}; all of them: dibao sql without a query',
    },
  },
  'sql-id': {
    exit: 2,
    what: { zh: '身份证号不能写在命令行上', en: 'an ID number may not stand on the command line' },
    remedy: {
      zh: '命令行会留在历史记录和进程列表里;请写 dibao sql - 再从标准输入给出查询,或写入文件用 --file',
      en: 'command lines stay in histories and process lists: use dibao sql - and standard input, or --file',
    },
  },
  'sql-two-queries': {
    exit: 2,
    what: { zh: '查询写了两处:QUERY 和 --file', en: 'the query is given twice: QUERY and --file' },
    remedy: { zh: '请只写一处', en: 'give one of them' },
  },
  'sql-database-missing': {
    exit: 3,
    what: { zh: '结果文件夹里没有留下数据库', en: 'the run has not kept its database' },
    remedy: {
      zh: '请重新运行 dibao check --keep-db,或改写 -c 专项文件(重新装入数据)',
      en: 'run dibao check --keep-db again, or give -c CAMPAIGN to load the data anew',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
