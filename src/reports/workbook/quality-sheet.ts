import type { ProblemGroup } from '../../cases/types.js';
import { say } from '../../messages/language.js';
import { maskIdsIn } from '../../messages/mask.js';
import { reportTexts } from '../../messages/reports.js';
import { workbookTexts } from '../../messages/workbook.js';
import { effectOf } from '../effect.js';
import { fileNames } from '../evidence.js';
import { registerTitles } from '../gaps.js';
import type { RunReport } from '../types.js';
import type { Column, SheetSpec } from './spec.js';

const texts = workbookTexts.quality;

function examples(group: ProblemGroup): string {
  return group.examples
    .map(({ row, value }) => `${say(reportTexts.row, { row })}: ${maskIdsIn(value)}`)
    .join('\n');
}

/** Sheet 7, 数据质量: what each supplier should mend, its problems together. */
export function qualitySheet({ summary }: RunReport): SheetSpec<ProblemGroup> {
  const titles = registerTitles(summary);
  const name = fileNames(summary);
  const columns: Column<ProblemGroup>[] = [
    {
      title: workbookTexts.case.supplier,
      width: 18,
      kind: 'text',
      value: (group) => group.supplier ?? say(texts.noSupplier),
    },
    {
      title: workbookTexts.coverage.register,
      width: 16,
      kind: 'text',
      value: (group) => titles.get(group.register) ?? group.register,
    },
    { title: workbookTexts.coverage.file, width: 26, kind: 'text', value: (group) => name(group.file) },
    { title: workbookTexts.coverage.sheet, width: 12, kind: 'text', value: (group) => group.sheet },
    { title: texts.field, width: 14, kind: 'text', value: (group) => group.field },
    { title: texts.problem, width: 30, kind: 'text', value: (group) => group.title },
    { title: texts.count, width: 9, kind: 'int', value: (group) => group.count },
    {
      title: texts.effect,
      width: 12,
      kind: 'center',
      value: effectOf,
    },
    { title: texts.examples, width: 36, kind: 'text', value: examples },
    { title: texts.remedy, width: 46, kind: 'text', value: (group) => group.remedy },
  ];
  // A stable sort: within a supplier the order of the summary stays. Code points, so that no locale changes it.
  const key = (group: ProblemGroup) => group.supplier ?? '\uFFFF';
  const rows = [...summary.problems].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return { name: workbookTexts.sheets.quality, columns, rows };
}
