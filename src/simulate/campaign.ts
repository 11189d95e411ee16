import { AS_OF } from './dates.js';
import { FORMS, registerKeys } from './register-forms.js';

/** The campaign file of a simulated county. @param extension of its data files */
export function campaignText(area: string, extension: 'csv' | 'xlsx'): string {
  const sources = [
    `  roster: [ data/低保花名册.${extension} ]`,
    ...registerKeys.map((key) => `  ${key}: [ data/${FORMS[key].file}.${extension} ]`),
  ];
  return `# 模拟县的专项文件。全县、人物、号码均为虚构,由 dibao simulate 生成。
name: 模拟县低保专项治理
area: { code: "${area}", name: 云溪县 }
as_of: ${AS_OF}
pack: ten-categories
standards:
  urban: [ { from: 2024-07-01, monthly: 1150 }, { from: 2025-07-01, monthly: 1208 } ]
  rural: [ { from: 2024-07-01, yearly: 12000 }, { from: 2025-07-01, yearly: 13200 } ]
parameters:
  resident_basic_pension: [ { from: 2024-01-01, monthly: 123 }, { from: 2025-01-01, monthly: 143 } ]
sources:
${sources.join('\n')}
`;
}
