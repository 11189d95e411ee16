/*---
id: D03.account
rule: D03
title: 多户共用一个银行账号
grade: verify
needs: []
uses: [payment]
basis:
  - { document: 最低生活保障审核确认办法(民发〔2021〕57号), article: 第三十条 }
lawful_reasons: [监护人代领, 同一家庭分户后未换账号, 村集体代管账户]
---*/
WITH used AS (
  SELECT r.household_id, r.bank_account, r.source FROM roster_row r WHERE r.bank_account IS NOT NULL
  UNION ALL
  SELECT household_id, bank_account, source FROM relief_payment WHERE bank_account IS NOT NULL),
shared AS (
  SELECT bank_account, count(DISTINCT household_id) AS households FROM used
  GROUP BY bank_account HAVING count(DISTINCT household_id) > 1)
SELECT 'hit' AS outcome, u.household_id, NULL AS person, CAST(NULL AS DATE) AS since, CAST('exact' AS match_level) AS match,
  '本户的银行账号(尾号' || string_agg(DISTINCT right(u.bank_account, 4), '、' ORDER BY right(u.bank_account, 4)) || ')由'
    || max(s.households) || '户共用' AS reason,
  list(DISTINCT u.source ORDER BY u.source) AS sources, max(s.households) AS households
FROM used u JOIN shared s USING (bank_account) SEMI JOIN member m USING (household_id)
GROUP BY u.household_id
