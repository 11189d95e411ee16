/*---
id: R04.shop
rule: R04
title: 家有门市、商铺
grade: exit
needs: [property]
uses: [death, prison]
basis:
  - { document: 低保专项治理“回头看”十类清退人员, item: 四 }
  - { document: 社会救助暂行办法(国务院令第649号), article: 第九条 }
lawful_reasons: [已出售未过户, 继承的共有份额, 拆迁安置未交付, 自住的商住两用房]
---*/
SELECT 'hit' AS outcome, m.household_id, m.person, m.person AS subject, m.name AS subject_name, m.relation AS subject_relation,
  p.fact, min(p.registered) AS since, min(l.level) AS match,
  coalesce(relation_word(m.relation), '家庭成员') || m.name || '名下有' || min(p.use) || '用房' || named(',坐落', min(p.address))
    || named(',面积', min(p.area)) || named(',', min(p.registered) || ' 登记') AS reason,
  list(p.source ORDER BY p.source) AS sources
FROM family m JOIN family_link l USING (household_id, person) JOIN property_now p USING (source)
WHERE p.is_shop AND m.checkable
GROUP BY m.household_id, m.person, m.name, m.relation, p.fact
