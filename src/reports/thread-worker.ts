import { parentPort } from 'node:worker_threads';
import { setLanguage } from '../messages/language.js';
import { writePage } from './html/index.js';
import type { ThreadAnswer, ThreadJob } from './thread.js';
import { writeWorkbook } from './workbook/index.js';

const port = parentPort;
port?.once('message', async ({ page, workbook, report, language }: ThreadJob) => {
  setLanguage(language);
  const [ofPage, ofWorkbook] = await Promise.all([writePage(page, report), writeWorkbook(workbook, report)]);
  port.postMessage({ page: ofPage, workbook: ofWorkbook } satisfies ThreadAnswer);
});
