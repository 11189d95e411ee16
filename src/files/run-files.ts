/** Names of what a check writes into its run folder; run.json and rejects.csv beside them. */
export const reportFiles = {
  cases: 'cases.ndjson',
  casesCsv: 'cases.csv',
  households: 'households.ndjson',
  undecidable: 'undecidable.csv',
  focus: 'focus.csv',
  workbook: '疑点清单.xlsx',
  summary: 'summary.json',
  page: 'report.html',
} as const;
