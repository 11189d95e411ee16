/** 说明与口径: what the list rests on and how it is to be read; the same words stand in report.html. */
export const notesTexts = {
  columns: {
    item: { zh: '项目', en: 'Item' },
    content: { zh: '内容', en: 'Content' },
    basis: { zh: '依据和来源', en: 'Basis and source' },
    remark: { zh: '备注', en: 'Remark' },
  },
  sections: {
    alarms: { zh: '【异常,请先看】', en: '[Alarms: read first]' },
    run: { zh: '【基本情况】', en: '[This run]' },
    result: { zh: '【核查结果】', en: '[Result]' },
    reading: { zh: '【怎样读这份清单】', en: '[How to read this list]' },
    notChecked: { zh: '【没有查的和没有查全的】', en: '[Not checked, or not fully]' },
    sources: { zh: '【数据来源】', en: '[Sources]' },
    parameters: { zh: '【参数】', en: '[Parameters]' },
    warnings: { zh: '【提示】', en: '[Warnings]' },
  },
  run: {
    name: { zh: '专项名称', en: 'Campaign' },
    area: { zh: '地区', en: 'Area' },
    asOf: { zh: '基准日', en: 'As-of date' },
    asOfNote: { zh: '所有“当前”都按这一天判断', en: 'every "current" is judged on this day' },
    pack: { zh: '核查范围', en: 'Rule pack' },
    roster: { zh: '低保名册', en: 'Roster' },
    rosterValue: {
      zh: '{households}户,{members}人,其中保障{covered}人,月保障金{amount}元',
      en: '{households} households, {members} members, {covered} covered, {amount} yuan a month',
    },
    urban: { zh: '其中城市', en: 'urban' },
    rural: { zh: '其中农村', en: 'rural' },
    part: {
      zh: '{households}户,保障{covered}人,月保障金{amount}元',
      en: '{households} households, {covered} covered, {amount} yuan a month',
    },
    unknownCategory: { zh: '类别不明', en: 'unknown category' },
    unknownCategoryValue: { zh: '{count}户,不能适用保障标准', en: '{count} households, no standard applies' },
    uncheckable: { zh: '无法比对', en: 'cannot be matched' },
    uncheckableValue: {
      zh: '{count}人的身份证号被截断或打码',
      en: '{count} members with a rounded or masked ID',
    },
    headsOnly: { zh: '只有户主', en: 'heads only' },
    headsOnlyValue: {
      zh: '{count}户只列了户主,其他成员没有查到',
      en: '{count} households list their head alone',
    },
    tool: { zh: '工具', en: 'Tool' },
  },
  result: {
    total: { zh: '疑点合计', en: 'Total' },
    hard: { zh: '硬(可直接核对证据)', en: 'Established' },
    soft: { zh: '软(先入户核实)', en: 'To verify' },
    counts: {
      zh: '{cases}条疑点,{households}户,{persons}人,月保障金{amount}元',
      en: '{cases} cases, {households} households, {persons} persons, {amount} yuan a month',
    },
    focus: { zh: '重点核查对象', en: 'To be looked at hardest' },
    focusValue: {
      zh: '{households}户,其中没有疑点的{without_case}户,名单见 focus.csv',
      en: '{households} households, {without_case} of them without a case: focus.csv',
    },
    focusNote: {
      zh: '收入来源不固定且有劳动能力成员,或有群众反映的户:优先入户了解,列入名单不等于有问题',
      en: 'Income not fixed and a member able to work, or complained of: to be visited first, not accused',
    },
    overpaid: { zh: '涉嫌多领', en: 'Overpaid' },
    overpaidValue: { zh: '{households}户,{amount}元', en: '{households} households, {amount} yuan' },
    overpaidNote: {
      zh: '一户多条疑点的月份只算一次',
      en: 'months of several cases of a household count once',
    },
    actions: { zh: '拟办建议', en: 'Proposed' },
    actionsValue: {
      zh: '整户退出{exit}户,减员重算{remove}户,核实{verify}户',
      en: 'exit {exit}, remove {remove}, verify {verify}',
    },
  },
  reading: {
    lead: { zh: '疑点不是结论', en: 'A case is a lead' },
    leadText: {
      zh: '每条疑点都要由人核实,逐条排除“须先排除的合理情形”后才能停发或减发。冤枉困难家庭比漏掉一条疑点更严重。',
      en: 'A person verifies every case, and rules out its lawful reasons, before anything is stopped or lowered. Wronging a poor family is the worse error.',
    },
    exit: { zh: '建议处理:整户退出', en: 'Proposed: household exits' },
    exitText: { zh: '查实后,整户不再符合条件。', en: 'If confirmed, the household no longer qualifies.' },
    remove: { zh: '建议处理:减员重算', en: 'Proposed: member removed' },
    removeText: {
      zh: '查实后,该人不再享受,保障金按其余成员重新计算。',
      en: 'If confirmed, this member leaves and the amount is worked out anew.',
    },
    verify: { zh: '建议处理:核实', en: 'Proposed: verify' },
    verifyText: {
      zh: '线索不足以下结论,必须先入户或函询。',
      en: 'Not enough to conclude: visit or ask first.',
    },
    hard: { zh: '可信程度:硬', en: 'Certainty: established' },
    hardText: {
      zh: '身份证号一致,且规则本身足以认定(整户退出或减员)。',
      en: 'Same ID, and the rule is enough by itself (exit or remove).',
    },
    soft: { zh: '可信程度:软', en: 'Certainty: to verify' },
    softText: {
      zh: '证号只是近似、仅姓名相同,或规则要求先核实。',
      en: 'Near ID, name only, or the rule asks to verify first.',
    },
    exact: { zh: '匹配方式:证号一致', en: 'Match: same ID' },
    exactText: {
      zh: '身份证号相同(15位已升为18位),姓名也相同或对方数据没有姓名。',
      en: 'Same ID (15 digits upgraded); names equal, or the register has none.',
    },
    id: { zh: '匹配方式:证号一致、姓名不一致', en: 'Match: same ID, other name' },
    idText: {
      zh: '身份证号相同而姓名不同,先核对是不是同一个人。',
      en: 'Same ID, other name: first check it is the same person.',
    },
    near: { zh: '匹配方式:证号近似', en: 'Match: near ID' },
    nearText: {
      zh: '一方证号有误,姓名相同,只差一位或相邻两位对调;只作线索。',
      en: 'One ID is invalid, same name, one digit off or two swapped: a lead only.',
    },
    name: { zh: '匹配方式:仅姓名', en: 'Match: name only' },
    nameText: {
      zh: '对方数据没有证号,只凭姓名(和出生日期或村)对上;只作线索。',
      en: 'No ID in the register; name (and birth date or village) only: a lead.',
    },
    payments: { zh: '金额口径:实发', en: 'Basis: payments' },
    paymentsText: {
      zh: '按发放记录,事由发生次月起实际发到的钱。',
      en: 'Money really paid after the month of onset.',
    },
    estimate: { zh: '金额口径:估算', en: 'Basis: estimate' },
    estimateText: {
      zh: '没有发放记录,按月保障金乘月数估算,不能直接作追缴依据。',
      en: 'No payment records: months times the monthly amount; no ground for recovery by itself.',
    },
    priority: { zh: '优先级', en: 'Priority' },
    priorityText: {
      zh: '按可信程度和金额排出的先后,1 最先查;相同的并列。',
      en: 'Order by certainty and money: 1 is looked at first; equals share a place.',
    },
    notRun: { zh: '未运行 ≠ 未命中', en: 'Not run is not clear' },
    notRunText: {
      zh: '“未命中”是查过没有发现;“未运行”是缺数据没有查;“无法判断”是查了但缺内容;“出错”是没有查成。',
      en: '"Clear": looked at, nothing found. "Not run": no data. "Undecidable": a value is missing. "Broken": failed.',
    },
  },
  sources: {
    value: {
      zh: '{file},{rows}行,匹配名册{matched}人',
      en: '{file}, {rows} rows, {matched} persons matched',
    },
    date: { zh: '数据截止 {date}', en: 'data of {date}' },
    undated: { zh: '未注明数据截止日', en: 'no data date' },
    supplier: { zh: '供数单位 {supplier}', en: 'from {supplier}' },
    stale: { zh: '数据已过期', en: 'stale' },
    alarm: { zh: '异常待查', en: 'alarm' },
    absent: { zh: '没有提供', en: 'not given' },
  },
  parameters: {
    from: { zh: '{document}({from}起)', en: '{document} (from {from})' },
    noDocument: { zh: '(未写明文件)', en: '(no document)' },
    unverified: { zh: '参数来源未核对', en: 'source not verified' },
    pastLast: {
      zh: '已过最后一个已知日期,沿用最后的值',
      en: 'past its last known date; the last value is used',
    },
  },
} as const;
