import { AS_OF } from './dates.mjs';

/**
 * The campaign file of a bench county.
 * @param {Record<string, string>} files by record set
 */
export function campaignText(files) {
  const sources = Object.entries(files).map(([key, file]) => `  ${key}: [ "${file}" ]`);
  return `name: 2026年低保专项治理(性能测试县)
area: { code: "330482", name: 平湖市 }
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
