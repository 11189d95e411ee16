import path from 'node:path';
import { ensurePrivateDir } from '../files/atomic.js';
import { objectionForm } from '../forms/service.js';
import { maskIdsIn } from '../messages/mask.js';
import { writeDocx } from '../papers/docx.js';
import { writeTableBook } from '../reports/table-book.js';
import { type Poster, villageSection } from './paper.js';
import { noticeHead, noticeSheets, objectionHead, objectionSheets } from './sheets.js';
import type { Notices } from './types.js';
import { noTownship, noVillage, roundTitles } from './words.js';

export interface NoticeFiles {
  readonly folder: string;
  /** One file for each village beside the township's. */
  readonly perVillage: boolean;
  /** Who made them, for the files' properties. */
  readonly creator: string;
  readonly version: string;
  /** Hash of the ledger's last line. */
  readonly ledger: string;
}

/** A place as part of a file's name. */
function fileName(place: string, instead: string): string {
  const clean = maskIdsIn(place)
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .replace(/^\.+/, '_')
    .trim();
  return clean === '' ? instead : clean.slice(0, 60);
}

/**
 * Writes the notices of a round: of each township a DOCX to print, with a page for each village, an XLSX with a sheet
 * for each, and the sheet for objections.
 * @returns the files' names below the folder
 */
export async function writeNotices(
  { townships }: Notices,
  poster: Poster,
  { folder, perVillage, creator, version, ledger }: NoticeFiles,
): Promise<string[]> {
  const { frame, round } = poster;
  const title = roundTitles[round];
  const info = { title: `${frame.area}最低生活保障${title}`, creator };
  const written: string[] = [];
  const at = (name: string): string => {
    written.push(name);
    return path.join(folder, name);
  };
  await ensurePrivateDir(folder);
  for (const one of townships) {
    const { township, villages } = one;
    const place = fileName(township, noTownship);
    const sections = villages.map((village) => villageSection(poster, township, village));
    await writeDocx(at(`${title}_${place}.docx`), sections, info);
    await writeTableBook(
      at(`${title}_${place}.xlsx`),
      noticeSheets(poster, one),
      noticeHead(poster, creator),
    );
    const batch = `${title}-${frame.date}`;
    const mark = { kind: objectionForm.kind, campaign: frame.name, batch, township, ledger, version };
    await writeTableBook(
      at(`${objectionForm.sheet}_${place}.xlsx`),
      objectionSheets(one, mark),
      objectionHead(frame, creator),
    );
    if (!perVillage) continue;
    await ensurePrivateDir(path.join(folder, place));
    for (const village of villages) {
      const name = path.join(place, `${title}_${fileName(village.village, noVillage)}.docx`);
      await writeDocx(at(name), [villageSection(poster, township, village)], info);
    }
  }
  return written;
}
