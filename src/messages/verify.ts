import type { Text } from './language.js';

/** `verify`. */
export const verifyTexts = {
  fine: { zh: '{file}: {count} 条事件,完好', en: '{file}: {count} events, intact' },
  dropped: {
    zh: '{file}: {count} 条事件,完好;末尾有 {dropped} 行没有写完(程序被中断过),下次写入时自动去掉',
    en: '{file}: {count} events, intact; {dropped} lines at the end were cut off while being written, and go when it is next written',
  },
  unreadable: {
    zh: '{file} 第 {line} 行: 读不懂,被改过',
    en: '{file} line {line}: unreadable, it was changed',
  },
  changed: {
    zh: '{file} 第 {line} 行: 内容被改过(或改的是它的上一行)',
    en: '{file} line {line}: changed (or the line before it was)',
  },
  order: {
    zh: '{file} 第 {line} 行: 次序不对,被移动过',
    en: '{file} line {line}: out of order, it was moved',
  },
  removed: {
    zh: '{file} 第 {line} 行之前: 少了 {missing} 条事件',
    en: '{file} before line {line}: {missing} events are missing',
  },
  cut: {
    zh: '{file} 从第 {line} 行起: 末尾的事件被删掉了({missing})',
    en: '{file} from line {line} on: events were removed from the end ({missing})',
  },
  cutCount: { zh: '少 {count} 条', en: '{count} missing' },
  cutAll: { zh: '整个文件不见了', en: 'the whole file' },
  no_head: {
    zh: '{file}: 对照它的 .head 文件不见了,末尾是否被删无法判断',
    en: '{file}: its .head file is missing; whether events were removed from the end cannot be told',
  },
  before: { zh: '此前的 {count} 条完好', en: 'the {count} events before are intact' },
  runFine: {
    zh: '{run}: 输出 {outputs} 个文件、输入 {inputs} 个文件,都与 run.json 所记的一致',
    en: '{run}: {outputs} output files and {inputs} input files are as run.json has them',
  },
  output: { zh: '输出', en: 'output' },
  input: { zh: '输入', en: 'input' },
  campaign: { zh: '专项文件', en: 'campaign file' },
  fileChanged: { zh: '{kind} {file}: 内容被改过', en: '{kind} {file}: changed' },
  fileMissing: { zh: '{kind} {file}: 缺失', en: '{kind} {file}: missing' },
  otherRun: {
    zh: '{run}: 台账第 {line} 行记的不是这次结果,cases.ndjson 不同',
    en: '{run}: line {line} of the ledger is of another run: cases.ndjson differs',
  },
  whereInputs: {
    zh: '输入文件以专项文件所在的文件夹为起点;不在那里的,用 -c 指明专项文件',
    en: 'inputs are looked for from the folder of the campaign file; name it with -c where it is elsewhere',
  },
} as const satisfies Record<string, Text>;
