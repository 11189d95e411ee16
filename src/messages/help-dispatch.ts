import type { Text } from './language.js';

/** `dispatch` in the list of commands. */
export const dispatchCommand = {
  dispatch: {
    summary: {
      zh: '按乡镇下发疑点核实表,入户核实用',
      en: 'send out the cases by township, for verification on the spot',
    },
    example: {
      zh: 'dibao dispatch -c dibao.yaml --by township\ndibao dispatch -c dibao.yaml --township 梅溪镇 --deadline 2026-11-30 --forms\ndibao dispatch -c dibao.yaml --per township --by 张三 --all',
      en: 'dibao dispatch -c dibao.yaml --by township\ndibao dispatch -c dibao.yaml --township Meixi --deadline 2026-11-30 --forms\ndibao dispatch -c dibao.yaml --per township --by Zhang --all',
    },
  },
} as const satisfies Record<string, { summary: Text; example: Text }>;

/** Its options. */
export const dispatchHelp = {
  per: {
    zh: '怎样分册:township 每个乡镇(街道)一册(默认)',
    en: 'one workbook per: township (default)',
  },
  by: {
    zh: '经办人姓名,记入台账,默认为本机用户名;写 township 同 --per township',
    en: 'who does it, for the ledger; the user of this machine by default; township means --per township',
  },
  township: { zh: '只发这些乡镇(街道),可写多个', en: 'only these townships; several may follow' },
  deadline: {
    zh: '交回期限,默认为办理日期加参数 verification_days',
    en: 'to be answered by; by default the day of the work and the parameter verification_days',
  },
  all: { zh: '每户都发一张核查调查表,不只有疑点的户', en: 'a survey form for every household too' },
  forms: { zh: '另出入户核查表(DOCX),一户一页', en: 'also visit forms as DOCX, one page a family' },
  output: {
    zh: '放入这个文件夹,默认为专项文件夹下的 下发/批次号',
    en: 'the folder; by default one named by the batch, in the campaign folder',
  },
  again: { zh: '已下发而没有交回的也再发', en: 'those dispatched and not answered too' },
  run: {
    zh: '先把这次核查的结果记入台账(台账里还没有时)',
    en: 'first take this run into the ledger, where it is not there yet',
  },
} as const satisfies Record<string, Text>;
