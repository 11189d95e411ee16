import { asOfDay, monthBefore } from './dates.js';
import { plateText, unitText, usccText } from './numbers.js';
import { atEachLevel, type Story } from './scene.js';

/** R03 and R06: what comes in. */
const income: Story[] = [
  ...(['城镇职工基本养老保险', '机关事业单位养老保险', '遗属补助'] as const).map(
    (kind): Story => ({
      title: `领取${kind},人均收入超过标准`,
      tell: (s) => {
        const head = s.head({ age: 67, capacity: '无' });
        s.add('配偶', { age: 66, capacity: '无' });
        const amount = s.r.between(2600, 4800);
        s.book.pension(head.who, kind, amount * 100, s.past());
        s.family.declared.income = amount;
        s.expect({ check: 'R03', person: null, grade: 'exit' });
      },
    }),
  ),
  {
    title: '城乡居民养老金扣除基础养老金后,人均超过标准一分',
    tell: (s) => {
      const head = s.head({ age: 70, capacity: '无' });
      s.book.pension(head.who, '城乡居民基本养老保险', (s.family.standard + 143) * 100 + 1, s.past());
      s.family.declared.income = s.family.standard + 1;
      s.expect({ check: 'R03', person: null, grade: 'exit' });
    },
  },
  {
    title: '务工收入超过标准',
    tell: (s) => {
      const head = s.head();
      s.add('子女', { age: 12 });
      s.book.employment(head.who, '云溪机械有限公司', 620_000, s.past(), null);
      s.family.declared.income = 6200;
      s.expect({ check: 'R06', person: null, grade: 'exit' });
    },
  },
  {
    title: '两人在两家单位的工资合计超过标准',
    tell: (s) => {
      const wages = Math.floor(s.family.standard * 1.2);
      for (const member of [s.head(), s.add('配偶', { age: 40, capacity: '有' })])
        s.book.employment(member.who, '云溪箱包有限公司', wages * 100, s.past(), null);
      s.family.declared.income = wages * 2;
      s.expect({ check: 'R06', person: null, grade: 'exit' });
    },
  },
];

/** R04 and R05: what one owns. */
const owned: Story[] = [
  ...atEachLevel('名下有小汽车', 'exit', (s, match, grade) => {
    const head = s.head({ marked: match === 'near' });
    const plate = s.number();
    const type = s.r.pick(['小型轿车', '小型普通客车', '小型越野客车', '小型面包车']);
    s.book.vehicle(s.asRegistered(head, match), plate, type, '非营运', s.past());
    s.family.declared.vehicles = 1;
    s.expect({ check: 'R04.car', person: head.who, fact: plateText(plate), grade, match });
  }),
  {
    title: '不享受的成员名下有小汽车',
    tell: (s) => {
      s.head();
      const spouse = s.add('配偶', { age: 43, covered: false });
      const plate = s.number();
      s.book.vehicle(spouse.who, plate, '小型轿车', '非营运', s.past(), '逾期未检验');
      s.family.declared.vehicles = 1;
      s.expect({ check: 'R04.car', person: spouse.who, fact: plateText(plate), grade: 'exit' });
    },
  },
  {
    title: '名下有营运货车',
    tell: (s) => {
      const head = s.head();
      const plate = s.number();
      s.book.vehicle(head.who, plate, '重型自卸货车', '货运', s.past());
      s.family.declared.vehicles = 1;
      s.expect({ check: 'R04.commercial', person: head.who, fact: plateText(plate), grade: 'exit' });
    },
  },
  ...atEachLevel('名下有商铺', 'exit', (s, match, grade) => {
    const head = s.head({ marked: match === 'near' });
    const unit = s.number();
    s.book.property(s.asRegistered(head, match), unit, s.r.pick(['商业服务', '商铺']), s.past());
    s.expect({ check: 'R04.shop', person: head.who, fact: unitText(unit), grade, match });
  }),
  {
    title: '家庭有两套住房',
    tell: (s) => {
      for (const member of [s.head(), s.add('配偶', { age: 50 })])
        s.book.property(member.who, s.number(), '住宅', s.past());
      s.family.declared.homes = 2;
      s.expect({ check: 'R04.homes', person: null, grade: 'exit' });
    },
  },
  ...atEachLevel('雇人经营', 'exit', (s, match, grade) => {
    const head = s.head({ marked: match === 'near' });
    const firm = s.number();
    s.book.business(s.asRegistered(head, match), firm, '法定代表人', 3, s.past());
    s.expect({ check: 'R05', person: head.who, fact: usccText(firm), grade, match });
  }),
  {
    title: '雇人企业的股东',
    tell: (s) => {
      const head = s.head();
      const firm = s.number();
      s.book.business(head.who, firm, '股东', 8, s.past());
      s.expect({ check: 'R05', person: head.who, fact: usccText(firm), grade: 'verify' });
    },
  },
  {
    title: '有企业,从业人数不明',
    tell: (s) => {
      const head = s.head();
      const firm = s.number();
      s.book.business(head.who, firm, '经营者', null, s.past());
      s.expect({ check: 'R05.unknown', person: head.who, fact: usccText(firm), grade: 'verify' });
    },
  },
];

/** R09: what was declared otherwise, or not let be looked at. */
const untrue: Story[] = [
  {
    title: '整户拒绝核查',
    tell: (s) => {
      s.head();
      s.book.refusal(s.family.id, null, s.past(1));
      s.expect({ check: 'R09.refusal', person: null, grade: 'exit' });
    },
  },
  {
    title: '成员拒绝核查,只登记了身份证号',
    tell: (s) => {
      const head = s.head();
      s.book.refusal('', head.who, s.past(1));
      s.expect({ check: 'R09.refusal', person: null, grade: 'exit' });
    },
  },
  {
    title: '有小汽车而申报没有',
    tell: (s) => {
      const head = s.head();
      const plate = s.number();
      s.book.vehicle(head.who, plate, '小型轿车', '非营运', s.past());
      s.expect({ check: 'R04.car', person: head.who, fact: plateText(plate), grade: 'exit' });
      s.expect({ check: 'R09.vehicle', person: null, grade: 'verify' });
    },
  },
  {
    title: '有一套住房而申报没有',
    tell: (s) => {
      s.book.property(s.head().who, s.number(), '住宅', s.past());
      s.expect({ check: 'R09.home', person: null, grade: 'verify' });
    },
  },
  {
    title: '核实收入超过申报的1.2倍一分',
    tell: (s) => {
      const head = s.head();
      s.add('子女', { age: 8 });
      s.book.employment(head.who, '云溪电子有限公司', 120_001, s.past(), null);
      s.family.declared.income = 1000;
      s.expect({ check: 'R09.income', person: null, grade: 'verify' });
    },
  },
];

/** R10: how one lives. */
const lives: Story[] = [
  {
    title: '存款超过人均24个月标准一分',
    tell: (s) => {
      s.book.finance(s.head().who, s.number(), s.family.standard * 2400 + 1, asOfDay - 10);
      s.expect({ check: 'R10.finance', person: null, grade: 'verify' });
    },
  },
  {
    title: '水电气费月均超过标准的三成',
    tell: (s) => {
      const head = s.head();
      for (let back = 1; back <= 12; back++)
        s.book.utility(s.family.id, head.who, '电', monthBefore(back), s.family.standard * 30 + 1);
      s.expect({ check: 'R10.utility', person: null, grade: 'verify' });
    },
  },
  {
    title: '一年内高消费超过六个月标准',
    tell: (s) => {
      const head = s.head();
      for (const ago of [30, 300])
        s.book.spending(head.who, '出境旅游', s.family.standard * 300 + 1, asOfDay - ago);
      s.expect({ check: 'R10.spending', person: null, grade: 'verify' });
    },
  },
];

/** D01 and D03: one person, one account, and two households. */
const shared: Story[] = [
  {
    title: '同一成员在本户重复登记',
    tell: (s) => {
      s.head();
      const child = s.add('子女', { age: 10 });
      s.family.twice.push(child);
      s.expect({ check: 'D01.duplicate', person: child.who, grade: 'verify' });
    },
  },
  {
    title: '邻户的户主又在本户享受',
    tell: (s) => {
      const { neighbour, family } = s;
      const [again] = neighbour.members;
      if (!again) throw new Error('the neighbour has no head');
      s.head();
      // As many heads to feed as next door: what is earned there is above no standard here.
      for (const { age } of neighbour.members.slice(1)) s.add('其他', { age });
      family.members.push({ ...again, relation: '其他' });
      // What the registers know of that person is known of both families.
      Object.assign(family.declared, neighbour.declared);
      const duplicate = { check: 'D01.duplicate', person: again.who, grade: 'verify' } as const;
      s.expect(duplicate);
      s.expect(duplicate, neighbour);
    },
  },
  {
    title: '与邻户共用一个银行账号',
    tell: (s) => {
      s.head();
      s.family.account = s.neighbour.account;
      const account = { check: 'D03.account', person: null, grade: 'verify' } as const;
      s.expect(account);
      s.expect(account, s.neighbour);
    },
  },
];

export const meansStories: readonly Story[] = [...income, ...owned, ...untrue, ...lives, ...shared];
