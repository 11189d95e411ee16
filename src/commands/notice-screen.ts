import path from 'node:path';
import { say } from '../messages/language.js';
import { maskId } from '../messages/mask.js';
import { noticeTexts as texts, whyLeftOut } from '../messages/notice.js';
import type { LeftOut, Notices, Outcome, WhyLeftOut } from '../notices/types.js';
import { outcomeWord, roundTitles } from '../notices/words.js';
import { textTable } from '../reports/text-table.js';

export interface NoticeScreen {
  /** Names below the folder. */
  readonly files: readonly string[];
  readonly folder: string;
  /** Age of majority. */
  readonly adult: number;
  readonly width: number;
  readonly unmask: boolean;
}

/** So many households are named; the rest is counted. */
const named = 5;

/** A household number that is somebody's ID is one. */
function idsText(ids: readonly string[], unmask: boolean): string {
  const shown = ids.slice(0, named).map((id) => (unmask || !/^\d{14,17}[\dXx]$/.test(id) ? id : maskId(id)));
  const text = shown.join('、');
  return ids.length > named ? say(texts.more, { ids: text }) : text;
}

const key = ({ township, village }: Pick<LeftOut, 'township' | 'village'>): string =>
  `${township}\n${village}`;

/** A line for each village, also for one of which every household is left out; then the sum. */
function villageTable({ round, townships, left }: Notices, width: number): string {
  const isList = round === 'quarterly' || round === 'standing';
  const outcomes: readonly Outcome[] = isList ? [] : ['keep', 'adjust', 'exit'];
  const lines = new Map<string, { township: string; village: string; counts: number[] }>();
  const lineOf = (place: Pick<LeftOut, 'township' | 'village'>): number[] => {
    const { township, village } = place;
    const line = lines.get(key(place)) ?? {
      township,
      village,
      counts: Array.from({ length: outcomes.length + 2 }, () => 0),
    };
    lines.set(key(place), line);
    return line.counts;
  };
  const add = (counts: number[], at: number): void => {
    counts[at] = (counts[at] ?? 0) + 1;
  };
  for (const { township, villages } of townships)
    for (const { village, households } of villages)
      for (const { row } of households) {
        const counts = lineOf({ township, village });
        add(counts, 0);
        if (!isList) add(counts, 1 + outcomes.indexOf(row.outcome));
      }
  for (const one of left) add(lineOf(one), outcomes.length + 1);
  const all = [...lines.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const sum = all.reduce<number[]>(
    (total, { counts }) => counts.map((count, at) => count + (total[at] ?? 0)),
    [],
  );
  const header = [
    ...[say(texts.township), say(texts.village), say(texts.households)],
    ...outcomes.map((outcome) => outcomeWord(round, outcome)),
    say(texts.left),
  ];
  const rows = all.map(({ township, village, counts }) => [
    township || say(texts.noTownship),
    village || say(texts.noVillage),
    ...counts.map(String),
  ]);
  const align = header.map((_, index) => (index < 2 ? ('left' as const) : ('right' as const)));
  return textTable([header, ...rows, [say(texts.total), '', ...sum.map(String)]], {
    align,
    width,
    shrink: [1, 0],
    indent: 2,
  });
}

function leftLines(left: readonly LeftOut[], unmask: boolean): string[] {
  if (left.length === 0) return [];
  const kinds = (Object.keys(whyLeftOut) as WhyLeftOut[]).flatMap((why) => {
    const ids = left.filter((one) => one.why === why).map(({ household_id }) => household_id);
    if (ids.length === 0) return [];
    const values = { why: say(whyLeftOut[why]), count: ids.length, ids: idsText(ids, unmask) };
    return [`  - ${say(texts.leftLine, values)}`];
  });
  return [say(texts.leftTitle, { count: left.length }), ...kinds, ''];
}

/** The townships' files by name, those of single villages by their folders. */
function fileLines(files: readonly string[]): string[] {
  const folders = new Map<string, number>();
  for (const file of files) {
    const folder = path.dirname(file);
    if (folder !== '.') folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  return [
    ...files.filter((file) => path.dirname(file) === '.').map((file) => `  ${file}`),
    ...[...folders].map(([folder, count]) => `  ${say(texts.perVillage, { folder, count })}`),
  ];
}

/** What was made, for whom, who is left out and why, and what to do next. */
export function noticeScreen(notices: Notices, screen: NoticeScreen): string {
  const { round, period, townships, left } = notices;
  const { files, folder, adult, width, unmask } = screen;
  const villages = townships.flatMap((one) => one.villages);
  const households = villages.flatMap((one) => one.households);
  const title = say(texts.title, {
    round: roundTitles[round],
    villages: villages.filter(({ village }) => village !== '').length,
    households: households.length,
    ...{ from: period.from, to: period.to, days: period.days, down: period.down },
  });
  const without = villages.filter(({ village }) => village === '').flatMap((one) => one.households);
  const minors = households.filter(({ isMinor }) => isMinor).length;
  const ids = idsText(
    without.map(({ household_id }) => household_id),
    unmask,
  );
  const next = { '1': texts.next1, '2': texts.next2, quarterly: texts.nextList, standing: texts.nextList };
  const lines = [
    title,
    '',
    villageTable(notices, width),
    '',
    ...leftLines(left, unmask),
    ...(without.length === 0 ? [] : [say(texts.withoutVillage, { count: without.length, ids }), '']),
    ...(minors === 0 ? [] : [say(texts.minors, { count: minors, age: adult }), '']),
    say(texts.folder, { folder }),
    ...fileLines(files),
    '',
    say(next[round], { folder }),
  ];
  return `${lines.join('\n')}\n`;
}
