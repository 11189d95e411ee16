import { damagedNeighbours, isValidId18, packId } from '../normalise/index.js';
import { IdSet } from './id-set.js';
import { TextSet } from './text-set.js';

/** The memory of an Interest, as it is posted to a worker. */
export interface SharedInterest {
  readonly ids: SharedArrayBuffer;
  readonly leads: SharedArrayBuffer;
  readonly texts: SharedArrayBuffer;
  readonly names: SharedArrayBuffer;
  readonly households: SharedArrayBuffer;
}

/**
 * Whom a register's row may concern (DESIGN.md, 'Persons of interest'): the roster's people and their relatives by
 * number; names, for rows whose number is invalid; households by number. A false positive of the hashed sets only
 * loads a row too many.
 */
export class Interest {
  readonly ids: IdSet;
  /** Persons on no roster, whom a check is after; a row of theirs is of interest where that check reads. */
  readonly leads: IdSet;
  /** Canonical texts of invalid numbers. */
  readonly texts: TextSet;
  readonly names: TextSet;
  readonly households: TextSet;

  /** @param expected persons to make room for at once, or the memory of an Interest in another thread */
  constructor(expected: number | SharedInterest = 1 << 10) {
    const shared = typeof expected === 'number' ? null : expected;
    const [persons, members] = typeof expected === 'number' ? [expected, expected / 2] : [0, 0];
    this.ids = shared ? IdSet.from(shared.ids) : new IdSet(persons);
    this.leads = shared ? IdSet.from(shared.leads) : new IdSet();
    this.texts = shared ? TextSet.from(shared.texts) : new TextSet(1 << 10);
    this.names = shared ? TextSet.from(shared.names) : new TextSet(members);
    this.households = shared ? TextSet.from(shared.households) : new TextSet(members);
  }

  get shared(): SharedInterest {
    return {
      ids: this.ids.shared,
      leads: this.leads.shared,
      texts: this.texts.shared,
      names: this.names.shared,
      households: this.households.shared,
    };
  }

  /** Adds a person by canonical number, valid or not. */
  addId(id: string): void {
    if (isValidId18(id)) {
      const { high, low } = packId(id);
      this.ids.add(high, low);
    } else {
      this.texts.add(id);
    }
  }

  /** Adds a roster member: his number, his name, and the valid numbers one change or one swap from an invalid one. */
  addMember(id: string, name: string): void {
    this.addId(id);
    this.names.add(name);
    if (!isValidId18(id)) {
      for (const near of damagedNeighbours(id)) this.addId(near);
    }
  }

  /** True for the valid number of a lead. */
  hasLead(id: string): boolean {
    const { high, low } = packId(id);
    return this.leads.has(high, low);
  }

  /** True if a row with this canonical number may concern somebody; an invalid one also by the row's name. */
  hasPerson(id: string, valid: boolean, name: string): boolean {
    if (valid) {
      const { high, low } = packId(id);
      return this.ids.has(high, low);
    }
    return this.texts.has(id) || (name !== '' && this.names.has(name));
  }
}
