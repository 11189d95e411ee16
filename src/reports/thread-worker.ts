import { parentPort } from 'node:worker_threads';
import type { Case } from '../cases/types.js';
import { setLanguage } from '../messages/language.js';
import { writePage } from './html/index.js';
import type { ThreadAnswer, ThreadMessage } from './thread.js';
import { writeWorkbook } from './workbook/index.js';

const port = parentPort;
let cases: readonly Case[] = [];

port?.on('message', async (message: ThreadMessage) => {
  if ('cases' in message) {
    cases = message.cases;
    return;
  }
  const { page, workbook, language } = message.job;
  const report = { ...message.job.report, cases };
  setLanguage(language);
  const [ofPage, ofWorkbook] = await Promise.all([writePage(page, report), writeWorkbook(workbook, report)]);
  port.postMessage({ page: ofPage, workbook: ofWorkbook } satisfies ThreadAnswer);
});
