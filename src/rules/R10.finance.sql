/*---
id: R10.finance
rule: R10
title: 金融资产明显高于标准
grade: verify
needs: [finance]
uses: [death, prison]
standard: true
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 十 }
  - { document: 社会救助暂行办法(国务院令第649号), article: 第九条 }
lawful_reasons: [拆迁补偿、抚恤金、医疗费等专款, 代他人保管, 大额支出前的余额]
---*/
WITH balance AS (
  SELECT l.round, l.household_id, l.person, f.source, f.balance, f.date, l.level
  FROM finance f JOIN family_round l USING (source)
  WHERE f.date IS NULL OR f.date <= as_of()
  QUALIFY row_number() OVER (PARTITION BY l.round, l.household_id, l.person, coalesce('账号' || f.account, '种类' || f.kind, '')
    ORDER BY f.date DESC NULLS LAST, concat_ws('|', f.balance, f.kind, f.name), f.source) = 1),
run AS (
  SELECT *, sum(balance) OVER (PARTITION BY round, household_id ORDER BY date) AS running,
    bool_or(date IS NULL) OVER (PARTITION BY round, household_id) AS unknown_start
  FROM balance),
total AS (
  SELECT b.round, b.household_id, h.n, h.standard_year, CAST(sum(b.balance) AS DECIMAL(18, 2)) AS assets, max(b.level) AS level,
    list(b.source ORDER BY b.source) AS sources,
    min(b.date) FILTER (NOT unknown_start AND 12 * running > param('finance_multiple') * h.standard_year * h.n) AS since
  FROM run b JOIN household h USING (household_id) GROUP BY b.round, b.household_id, h.n, h.standard_year)
SELECT CASE WHEN standard_year IS NULL THEN 'undecidable' ELSE 'hit' END AS outcome, household_id, NULL AS person,
  since, level AS match, round,
  CASE WHEN standard_year IS NULL THEN '低保类别不明,没有可比的保障标准'
  ELSE '家庭金融资产合计' || assets || '元,人均' || yuan_per(assets, n) || '元,超过月保障标准' || yuan_per(standard_year, 12) || '元的'
    || CAST(param('finance_multiple') AS INTEGER) || '倍' END AS reason,
  sources, n, assets, yuan_per(standard_year, 12) AS standard_month
FROM total
WHERE standard_year IS NULL OR 12 * assets > param('finance_multiple') * standard_year * n
