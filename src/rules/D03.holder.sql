/*---
id: D03.holder
rule: D03
title: 银行账号开户人不是家庭成员
grade: verify
needs: []
uses: [death, prison, payment]
basis:
  - { document: 最低生活保障审核确认办法(民发〔2021〕57号), article: 第三十条 }
lawful_reasons: [监护人或照料人代领, 村集体代管账户, 开户人改名, 家庭成员未在名册列全]
---*/
WITH told AS (
  SELECT household_id, account_name AS holder, source FROM roster_row
  WHERE account_name <> name AND coalesce(cohabits, true)
  UNION ALL
  SELECT household_id, account_name, source FROM relief_payment
  WHERE account_name IS NOT NULL AND month <= strftime(as_of(), '%Y-%m')
    AND month > strftime(as_of() - to_months(CAST(param('payment_months') AS INTEGER)), '%Y-%m')),
-- Most are the head's: asked first, as there are fewer of them.
held AS (
  FROM told ANTI JOIN (SELECT household_id, name AS holder FROM roster_row WHERE relation = 'self') h USING (household_id, holder)),
-- A masked name (张*) tells nobody apart; a relative whom the roster names, though he lives elsewhere, is no stranger.
strange AS (
  FROM held WHERE NOT contains(holder, '*')
    AND NOT EXISTS (FROM roster_row r WHERE r.household_id = held.household_id AND r.name = held.holder)),
found AS (
  SELECT household_id, string_agg(DISTINCT holder, '、' ORDER BY holder) AS holders, list(DISTINCT source ORDER BY source) AS sources
  FROM strange GROUP BY household_id)
SELECT CASE WHEN h.listed < greatest(coalesce(h.household_size, 0), coalesce(h.covered_size, 0)) THEN 'undecidable' ELSE 'hit' END AS outcome,
  h.household_id, NULL AS person, CAST(NULL AS DATE) AS since, CAST('exact' AS match_level) AS match,
  CASE WHEN h.listed < greatest(coalesce(h.household_size, 0), coalesce(h.covered_size, 0))
  THEN '名册没有列全家庭成员,不能判断开户人' || f.holders || '是不是家庭成员'
  ELSE '低保金账号的开户人' || f.holders || '不是本户成员' END AS reason,
  f.sources, f.holders AS account_name
FROM found f JOIN household h USING (household_id) WHERE h.open
