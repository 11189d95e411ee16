import { expect, test } from 'vitest';
import { Cleanup } from '../src/cli/cleanup.js';
import { defectReport } from '../src/cli/defect.js';
import { localeLanguage } from '../src/cli/locale.js';

test('what has to be put away is put away once, the last first, even if one of them fails', async () => {
  const cleanup = new Cleanup();
  const order: string[] = [];
  cleanup.add(() => void order.push('first'));
  cleanup.add(() => {
    throw new Error('cannot');
  });
  const takeBack = cleanup.add(() => void order.push('taken back'));
  cleanup.add(async () => {
    await Promise.resolve();
    order.push('last');
  });
  takeBack();
  await cleanup.run();
  await cleanup.run();
  expect(order).toEqual(['last', 'first']);
});

test('a defect shows its stack without ID numbers, and says whose fault it is', () => {
  const report = defectReport(new Error('row of 330482196305151234'), '1.2.3');
  expect(report).toMatch(/^Error: row of 330482\*{8}1234\n\s+at .*cli-process\.test\.ts/);
  expect(report).toContain(
    '这是程序的缺陷,不是您的数据或用法有误。请把以上文字和所用命令告诉维护者(dibao 1.2.3)。\n',
  );
  expect(defectReport('a text thrown', '1')).toMatch(/^a text thrown\n/);
});

test('the first variable that is set decides the language', () => {
  expect(localeLanguage({})).toBe('zh');
  expect(localeLanguage({ LC_ALL: '', LANG: 'fr_FR' })).toBe('en');
  expect(localeLanguage({ LC_ALL: 'C', LANG: 'en_US' })).toBe('zh');
});
