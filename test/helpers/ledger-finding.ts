import type { Finding } from '../../src/ledger/events.js';

/** What a visit found out, with what differs from the usual. */
export function finding(differs: Partial<Finding> = {}): Finding {
  return {
    visited: '2026-11-10',
    seen: true,
    unseen_reason: '',
    verdict: 'confirmed',
    ground: '情况属实,无合理情形',
    note: '',
    household_size: null,
    covered_size: null,
    income: null,
    materials: '',
    measure: null,
    from_month: null,
    new_amount: null,
    recover: null,
    opinion: null,
    investigators: ['张三', '李四'],
    village_officer: '',
    reviewer: '',
    reviewed: null,
    remark: '',
    ...differs,
  };
}

export const origin = { file: '核实表.xlsx', sha256: '0'.repeat(64), row: 7 };
