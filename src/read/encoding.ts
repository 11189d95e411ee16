import { isAscii, isUtf8 } from 'node:buffer';
import { closeSync, readSync } from 'node:fs';
import { DibaoError } from '../errors.js';
import { byteOrderMark, guessUtf16 } from './csv/bom.js';
import { openFile } from './csv/open-file.js';
import { LineSurvey } from './csv/survey.js';
import { characterStart } from './csv/utf8-proof.js';
import type { Encoding, ReadProblem } from './types.js';

export interface TextEncoding {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark, 0 where there is none. */
  readonly bomLength: number;
  /**
   * None of them rejects: `encoding-guessed` (UTF-16 without its mark), `encoding-change` (the first line in another
   * encoding, named in `value`; its records are rejected as undecodable when they are decoded).
   */
  readonly notes: readonly ReadProblem[];
  /** Only the head was looked at: who reads the file finds out (NotUtf8Error). */
  readonly unproven?: boolean;
}

const CHUNK = 512 << 10;
const HEAD = 4096;
/** Of a larger file so much is looked at, where the reader proves the rest. */
const TRUSTED = 1 << 20;
/** Up to this size every line is surveyed; beyond it, samples of this size in all, evenly spread. */
const SURVEY = 16 << 20;
const SAMPLES = 32;

/**
 * The encoding of a text file by its content: byte order mark, else strict UTF-8, else GB18030, else by NULs UTF-16.
 * Where some lines are the one and some the other, it is the one in which more lines can be read. `given` overrides
 * the content. Throws DibaoError as openFile() does, and file-encoding for UTF-32.
 * @param trust take a head of UTF-8 for a whole file of it, unproven: spares reading a large file twice
 */
export function detectEncoding(path: string, given?: Encoding, trust = false): TextEncoding {
  const { fd, size } = openFile(path);
  try {
    const head = Buffer.alloc(Math.min(HEAD, size));
    readSync(fd, head, 0, head.length, 0);
    const mark = byteOrderMark(head);
    if (mark?.encoding === 'utf-32')
      throw new DibaoError('file-encoding', { encoding: 'UTF-32' }, { file: path });
    if (given !== undefined) {
      return { encoding: given, bomLength: mark?.encoding === given ? mark.length : 0, notes: [] };
    }
    const bomLength = mark?.length ?? 0;
    if (mark !== null && mark.encoding !== 'utf-8') {
      return { encoding: mark.encoding, bomLength, notes: [] };
    }
    const guess = mark === null ? guessUtf16(head) : null;
    if (guess !== null) {
      const note = { row: 1, kind: 'encoding-guessed', value: guess, rejected: false };
      return { encoding: guess, bomLength, notes: [note] };
    }
    if (trust && size > TRUSTED && hasUtf8Head(fd))
      return { encoding: 'utf-8', bomLength, notes: [], unproven: true };
    if (isUtf8File(fd)) return { encoding: 'utf-8', bomLength, notes: [] };
    return { bomLength, ...chooseByLines(fd, size, mark !== null) };
  } finally {
    closeSync(fd);
  }
}

/** True for a head that is UTF-8 and has more than ASCII, which would be any encoding. */
function hasUtf8Head(fd: number): boolean {
  const buffer = Buffer.allocUnsafeSlow(TRUSTED);
  const got = readSync(fd, buffer, 0, buffer.length, 0);
  const head = buffer.subarray(0, characterStart(buffer, got));
  return isUtf8(head) && !isAscii(head);
}

function isUtf8File(fd: number): boolean {
  const buffer = Buffer.allocUnsafeSlow(CHUNK);
  let carried = 0;
  let at = 0;
  for (;;) {
    const got = readSync(fd, buffer, carried, buffer.length - carried, at);
    at += got;
    const end = carried + got;
    const cut = got === 0 ? end : characterStart(buffer, end);
    if (!isUtf8(buffer.subarray(0, cut))) return false;
    if (got === 0) return true;
    buffer.copyWithin(0, cut, end);
    carried = end - cut;
  }
}

/** For a file that is not UTF-8 throughout. */
function chooseByLines(fd: number, size: number, marked: boolean): Pick<TextEncoding, 'encoding' | 'notes'> {
  let survey = new LineSurvey();
  if (size <= SURVEY) survey.read(fd, 0, size, size);
  else {
    const length = SURVEY / SAMPLES;
    for (let sample = 0; sample < SAMPLES; sample++) {
      const from = Math.floor(((size - length) / (SAMPLES - 1)) * sample);
      survey.read(fd, from, from + length, size);
    }
    if (marked || survey.firstUtf8 > 0 || survey.utf8 > survey.gb18030) {
      survey = new LineSurvey();
      survey.read(fd, 0, size, size);
    }
  }
  const encoding = marked || survey.utf8 > survey.gb18030 ? 'utf-8' : 'gb18030';
  const row = encoding === 'utf-8' ? survey.firstGb18030 : survey.firstUtf8;
  const value = encoding === 'utf-8' ? 'gb18030' : 'utf-8';
  return { encoding, notes: row === 0 ? [] : [{ row, kind: 'encoding-change', value, rejected: false }] };
}
