import { asOfDay, past, speller } from './dates.mjs';
import { PEOPLE_REGISTERS } from './registers-people.mjs';

const iso = speller('iso');
const slash = speller('slash');

/**
 * What a bureau hands over. `line` writes a row about a person from the facts given; `random` invents the facts of a row
 * about anybody. `weight` is the register's part of all rows about people.
 * @typedef {object} Register
 * @property {string} file
 * @property {string} header
 * @property {string} [above] lines above the header
 * @property {number} weight
 * @property {(random: import('./random.mjs').Random, serial: number) => Record<string, unknown>} random
 * @property {(p: { id: string, name: string }, f: Record<string, any>, serial: number) => string} line
 */

const VEHICLE_TYPES = [
  '小型轿车',
  '小型轿车',
  '小型轿车',
  '小型普通客车',
  '普通二轮摩托车',
  '轻便二轮摩托车',
  '轻型栏板货车',
  '重型半挂牵引车',
  '小型越野客车',
];
const USES = [
  '住宅',
  '住宅',
  '住宅',
  '住宅',
  '成套住宅',
  '车库',
  '储藏室',
  '商业服务',
  '办公',
  '工业',
  '商铺',
];
const ROADS = ['解放西路', '钟埭大道', '雅山西路', '平兴公路', '海河路', '港龙路', '朝阳东路', '勤安路'];

/** Vehicles, homes and companies: what one owns. @type {Record<string, Register>} */
const OWNED = {
  vehicle: {
    file: '机动车登记.csv',
    header: '号牌号码,车辆类型,使用性质,机动车所有人,身份证明号码,初次登记日期,状态',
    weight: 700,
    random: (r, serial) => ({
      plate: plate(serial),
      type: r.pick(VEHICLE_TYPES),
      use: r.chance(0.92) ? '非营运' : r.pick(['货运', '营转非', '出租客运']),
      date: past(r),
      status: r.chance(0.85) ? '正常' : r.pick(['逾期未检验', '注销', '报废', '转出']),
    }),
    line: (p, f) => `${f.plate},${f.type},${f.use},${p.name},${p.id},${iso(f.date)},${f.status}`,
  },
  property: {
    file: '不动产登记.csv',
    above: '不动产登记信息查询结果,,,,,,,,\n查询机构:不动产登记服务中心,,,,,,,,',
    header: '不动产单元号,权利人,权利人证件号,坐落,规划用途,建筑面积(㎡),共有情况,登记时间,权属状态',
    weight: 550,
    random: (r, serial) => ({
      unit: unit(serial),
      use: r.pick(USES),
      where: `${r.pick(ROADS)}${r.between(1, 999)}号${r.between(101, 1803)}室`,
      area: r.between(1800, 18_000) / 100,
      share: r.chance(0.5) ? '单独所有' : '共同共有',
      date: past(r),
      status: r.chance(0.8) ? '现势' : '历史',
    }),
    line: (p, f, n) =>
      `${f.unit},${p.name},${p.id},${f.where ?? `${ROADS[n % 8]}${n}号`},${f.use},${f.area ?? 89.5},${f.share ?? '单独所有'},${slash(f.date)},${f.status}`,
  },
  business: {
    file: '市场主体登记.csv',
    header: '统一社会信用代码,企业名称,市场主体类型,角色,姓名,法定代表人证件号,从业人数,成立日期,登记状态',
    weight: 200,
    random: (r, serial) => ({
      uscc: `92330482MA2${String(serial).padStart(7, '0')}`,
      role: r.pick(['经营者', '经营者', '法定代表人', '股东', '监事']),
      employees: r.chance(0.3) ? '' : r.below(12),
      date: past(r),
      status: r.chance(0.7) ? '存续' : r.pick(['注销', '吊销']),
    }),
    line: (p, f) =>
      `${f.uscc},平湖市${f.uscc.slice(-5)}${f.role === '经营者' ? '经营部' : '有限公司'},${f.role === '经营者' ? '个体工商户' : '有限责任公司'},${f.role},${p.name},${p.id},${f.employees},${iso(f.date)},${f.status}`,
  },
  finance: {
    file: '金融资产.csv',
    header: '姓名,身份证号码,资产类型,账号,余额(元),日期',
    weight: 300,
    random: (r, serial) => ({
      account: account(serial),
      balance: r.below(30_000_000) / 100,
      date: asOfDay - r.below(60),
    }),
    line: (p, f) => `${p.name},${p.id},存款,${f.account},${f.balance.toFixed(2)},${iso(f.date)}`,
  },
};

/** @param {number} n @returns {string} a plate, another one for each number */
export function plate(n) {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
  return `浙${letters[Math.floor(n / 2_400_000) % 24]}${letters[Math.floor(n / 100_000) % 24]}${String(n % 100_000).padStart(5, '0')}`;
}

/** @param {number} n @returns {string} the number of a property unit: 28 characters */
export function unit(n) {
  return `330482001${String(n % 1000).padStart(3, '0')}GB${String(n % 100_000).padStart(5, '0')}F${String(n).padStart(8, '0')}`;
}

/** @param {number} n @returns {string} a masked account number */
export function account(n) {
  return `6228****${String(n).padStart(8, '0')}`;
}

/** Every register of people, by its key in the campaign file. @type {Record<string, Register>} */
export const registers = { ...OWNED, ...PEOPLE_REGISTERS };
