import type { Text } from './language.js';

/** 核实状态 of a case, as lists and screens show it. */
export const stateTexts = {
  open: { zh: '待核实', en: 'open' },
  changed: { zh: '待核实(证据有变化)', en: 'open (evidence changed)' },
  objected: { zh: '待核实(有异议)', en: 'open (objection)' },
  sent_back: { zh: '退回重核', en: 'sent back' },
  dispatched: { zh: '已下发', en: 'dispatched' },
  confirmed: { zh: '已核实·属实', en: 'verified: confirmed' },
  dismissed: { zh: '已核实·不属实', en: 'verified: dismissed' },
  partly: { zh: '已核实·部分属实', en: 'verified: partly' },
  settled: { zh: '已销号', en: 'settled' },
  recovered: { zh: '已追回', en: 'recovered' },
} as const satisfies Record<string, Text>;

/** What `check` says of the ledger. */
export const ledgerTexts = {
  taken: {
    zh: '台账:新增 {found}、变化 {changed}、消失 {gone}(重开 {reopened})',
    en: 'ledger: {found} new, {changed} changed, {gone} gone ({reopened} re-opened)',
  },
  dismissed: {
    zh: '其中已核实不属实 {count} 条',
    en: 'of these, verified and dismissed: {count}',
  },
  dropped: {
    zh: '提醒:{file} 末尾有 {count} 行上次没有写完,已略去,其余完好',
    en: 'note: {count} lines at the end of {file} were not written whole and are left out; the rest is fine',
  },
} as const satisfies Record<string, Text>;
