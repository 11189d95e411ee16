import { load } from './dist.mjs';
import { code, table } from './markdown.mjs';

const INTRO = `# 命令

每个命令的帮助,与 \`dibao <命令> --help\` 的输出相同。结果写到标准输出,进度和提示写到标准错误;\`--lang en\` 换成英文。`;

const exits = [
  [0, '运行完毕,没有疑点'],
  [1, '运行完毕,有疑点(何为“有”由 `--fail-on` 决定)'],
  [2, '用法或专项文件有误'],
  [3, '数据文件读不了或不被接受'],
  [4, '查得不全:有规则出错,必跑的规则没跑成,有异常待查,或退回的行超过 `--max-rejects`;优先于 1'],
  [70, '程序自身的缺陷'],
];

/** The help of a command as it is printed, with its examples. */
function helpOf(command) {
  let text = '';
  command.configureOutput({
    writeOut: (more) => {
      text += more;
    },
  });
  command.outputHelp();
  return text.trimEnd();
}

export async function commandsPage() {
  const { buildProgram } = await load('cli/program.js');
  const { commandHelp } = await load('messages/help.js');
  const { say } = await load('messages/language.js');
  const never = () => {
    throw new Error('no command is run for the handbook');
  };
  const program = await buildProgram('', { context: never, finish: never });
  const commands = program.commands.filter((command) => command.name() in commandHelp);
  const overview = commands.map((command) => [
    `[${command.name()}](#${command.name()})`,
    say(commandHelp[command.name()].summary),
  ]);
  const sections = commands.map(
    (command) => `## ${command.name()}\n\n\`\`\`text\n${helpOf(command)}\n\`\`\``,
  );
  return [
    INTRO,
    table(['命令', '作用'], overview),
    '## 退出码',
    table(
      ['退出码', '含义'],
      exits.map(([number, meaning]) => [code(number), meaning]),
    ),
    ...sections,
  ].join('\n\n');
}
