import { exemptionSheet, exemptionColumns as texts } from '../messages/exemptions.js';
import type { FieldSpec, FieldType, RecordSet } from '../records/types.js';

type Name = keyof typeof texts;

function column(name: Name, type: FieldType, labels: readonly string[], starred = false): FieldSpec {
  const { title, note } = texts[name];
  return { name, title, type, labels: [title, ...labels], starred, note };
}

/** The columns of an exemption file (豁免.csv), as a register's are written down: for its template and its reading. */
export const exemptionSet: RecordSet = {
  key: 'exemptions',
  title: exemptionSheet,
  fields: [
    column('household_id', 'text', ['家庭编号', '户号', 'household', 'household_id']),
    column('id_number', 'id', ['公民身份号码', '身份证号码', '证件号码', '身份证', 'id', 'id_number']),
    column('check', 'text', ['检查', '核查项目', '豁免项', '豁免检查项', '规则', '疑点名称', 'check'], true),
    column('reason', 'text', ['豁免理由', '原因', '豁免原因', '事由', 'reason'], true),
    column('approver', 'name', ['审批人', '批准', '批准人姓名', '签批人', 'approver', 'approved_by'], true),
    column('approved', 'date', ['批准时间', '审批日期', '批准日', 'approved', 'approved_on']),
    column(
      'until',
      'date',
      ['有效期', '有效期限', '到期日', '截止日期', '失效日期', 'until', 'expires'],
      true,
    ),
    column('evidence', 'text', ['证据编号', '证据', 'evidence', 'evidence_id']),
  ],
  oneOf: [['household_id', 'id_number']],
  persons: [],
  byHousehold: true,
  nameWords: ['豁免'],
};
