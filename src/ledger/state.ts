import type { Finding, HappeningOf, LedgerEvent, Requirement, Slip } from './events.js';

/** open 待核实 → dispatched 已下发 → verified 已核实 → settled 已销号 → recovered 已追回. */
export type CaseStage = 'open' | 'dispatched' | 'verified' | 'settled' | 'recovered';

/** Why a case must be looked at again. */
export type Mark = 'changed' | 'returned' | 'sent_back' | 'objected';

export interface CaseState {
  slip: Slip;
  digest: string;
  stage: CaseStage;
  /** In the last run that looked for it. */
  present: boolean;
  /** The last finding; null before the first, and again when the case was re-opened. */
  finding: Finding | null;
  /** Findings that no longer hold, oldest first. */
  readonly earlier: Finding[];
  dispatched: {
    readonly batch: string;
    readonly at: string;
    readonly on?: string;
    readonly deadline: string;
  } | null;
  settled: HappeningOf<'settled'> | null;
  readonly marks: Set<Mark>;
  /** The last exemption of it, over or not; null where there was none. */
  exemption: HappeningOf<'exempted'> | null;
  /** Reported on a visit (补报), found by no check. */
  readonly reported: boolean;
  /** Line of the ledger that touched it last. */
  seq: number;
}

export interface HouseholdState {
  readonly household_id: string;
  visit: HappeningOf<'visited'> | null;
  /** The last batch in which a 核查调查表 for it went out. */
  surveyed: string | null;
  /** The last second look that it was drawn for though no case names it, and whether the answer is back. */
  secondLook: { readonly batch: string; readonly township: string; isBack: boolean } | null;
  served: HappeningOf<'served'> | null;
  settled: HappeningOf<'settled'> | null;
  readonly objections: HappeningOf<'objected'>[];
  /** Yuan come back so far. */
  recovered: number;
}

export interface LedgerState {
  readonly name: string;
  readonly cases: Map<string, CaseState>;
  /** The cases of each household that has any, in the order in which they came. */
  readonly casesOf: Map<string, CaseState[]>;
  readonly households: Map<string, HouseholdState>;
  readonly runs: HappeningOf<'run'>[];
  readonly batches: HappeningOf<'dispatched'>[];
  readonly waivers: HappeningOf<'waived'>[];
  readonly notices: HappeningOf<'noticed'>[];
}

/** Takes events one after another, in their order; its state is what they amount to. */
export class Fold {
  readonly state: LedgerState & { name: string };

  constructor() {
    const cases = new Map<string, CaseState>();
    const households = new Map<string, HouseholdState>();
    const casesOf = new Map<string, CaseState[]>();
    this.state = { name: '', cases, casesOf, households, runs: [], batches: [], waivers: [], notices: [] };
  }

  add(one: Pick<CaseState, 'slip' | 'digest' | 'reported' | 'seq'>): void {
    const none = { finding: null, earlier: [], dispatched: null, settled: null, exemption: null };
    const fresh: CaseState = { ...one, ...none, marks: new Set<Mark>(), stage: 'open', present: true };
    const { case_id, household_id } = one.slip;
    this.state.cases.set(case_id, fresh);
    const own = this.state.casesOf.get(household_id);
    if (own) own.push(fresh);
    else this.state.casesOf.set(household_id, [fresh]);
  }

  household(household_id: string): HouseholdState {
    let one = this.state.households.get(household_id);
    if (one === undefined) {
      const none = { visit: null, surveyed: null, secondLook: null, served: null, settled: null };
      one = { household_id, ...none, objections: [], recovered: 0 };
      this.state.households.set(household_id, one);
    }
    return one;
  }

  /** Takes the case back to where it must be looked at again. */
  reopen(one: CaseState, mark: Mark): void {
    if (one.finding) one.earlier.push(one.finding);
    one.finding = null;
    one.settled = null;
    one.stage = one.dispatched ? 'dispatched' : 'open';
    if (mark === 'changed' || mark === 'objected') {
      one.stage = 'open';
      one.dispatched = null;
    }
    one.marks.add(mark);
  }

  each(ids: readonly string[], seq: number, use: (one: CaseState) => void): void {
    for (const id of ids) {
      const one = this.state.cases.get(id);
      if (one === undefined) continue;
      one.seq = seq;
      use(one);
    }
  }

  found({ digest, slip }: HappeningOf<'found'>, seq: number): void {
    const known = this.state.cases.get(slip.case_id);
    if (known === undefined) {
      this.add({ slip, digest, reported: false, seq });
      return;
    }
    // Gone for a while and back: as it was, where it says the same.
    const same = known.digest === digest;
    Object.assign(known, { slip, digest, present: true, seq });
    known.marks.add('returned');
    if (!same && (known.finding || known.settled)) this.reopen(known, 'changed');
  }

  changed({ digest, slip }: HappeningOf<'changed'>, seq: number): void {
    this.each([slip.case_id], seq, (one) => {
      Object.assign(one, { slip, digest, present: true });
      if (one.finding || one.settled) this.reopen(one, 'changed');
      else one.marks.add('changed');
    });
  }

  /** As one that is not there: nothing goes out and nobody waits for it; what was found out about it holds. */
  exempted(event: HappeningOf<'exempted'>, seq: number): void {
    const { slip, digest } = event;
    if (!this.state.cases.has(slip.case_id)) this.add({ slip, digest, reported: false, seq });
    this.each([slip.case_id], seq, (one) => {
      one.present = false;
      one.exemption = event;
    });
  }

  settled(event: HappeningOf<'settled'>, seq: number): void {
    this.household(event.household_id).settled = event;
    this.each(event.cases, seq, (one) => {
      one.settled = event;
      one.stage = 'settled';
    });
  }

  recovered(event: HappeningOf<'recovered'>, seq: number): void {
    const household = this.household(event.household_id);
    household.recovered = Math.round((household.recovered + event.amount) * 100) / 100;
    const owed = household.settled?.recover ?? 0;
    if (owed === 0 || household.recovered < owed) return;
    this.each(household.settled?.cases ?? [], seq, (one) => {
      one.stage = 'recovered';
    });
  }

  /** The second look at a household without a case is back: what was seen, or a problem that was found. */
  answered(household_id: string, batch: string): void {
    const look = this.state.households.get(household_id)?.secondLook;
    if (look?.batch === batch) look.isBack = true;
  }

  objected(event: HappeningOf<'objected'>, seq: number): void {
    this.household(event.household_id).objections.push(event);
    for (const one of this.state.casesOf.get(event.household_id) ?? []) {
      one.seq = seq;
      this.reopen(one, 'objected');
    }
    this.household(event.household_id).settled = null;
  }

  take({ event, at, seq }: LedgerEvent): void {
    const { state } = this;
    switch (event.what) {
      case 'founded':
        state.name ||= event.name;
        break;
      case 'run':
        state.runs.push(event);
        break;
      case 'found':
        this.found(event, seq);
        break;
      case 'changed':
        this.changed(event, seq);
        break;
      case 'gone':
        this.each([event.case_id], seq, (one) => {
          one.present = false;
        });
        break;
      case 'exempted':
        this.exempted(event, seq);
        break;
      case 'dispatched': {
        state.batches.push(event);
        const { batch, on, deadline } = event;
        // One for all cases of a batch: of a county they are a hundred thousand.
        const sent = { batch, at, on, deadline };
        this.each(event.cases, seq, (one) => {
          one.dispatched = sent;
          if (one.stage === 'open') one.stage = 'dispatched';
        });
        for (const id of event.households) this.household(id).surveyed = batch;
        break;
      }
      case 'verified':
        this.each([event.case_id], seq, (one) => {
          if (one.finding) one.earlier.push(one.finding);
          one.finding = event.finding;
          one.stage = 'verified';
          this.answered(one.slip.household_id, event.batch);
          // It was looked at again: what asked for that is answered.
          one.marks.clear();
        });
        break;
      case 'visited':
        this.household(event.household_id).visit = event;
        this.answered(event.household_id, event.batch);
        break;
      case 'reported':
        if (!state.cases.has(event.slip.case_id))
          this.add({ slip: event.slip, digest: '', reported: true, seq });
        break;
      case 'sent_back':
        this.each(event.cases, seq, (one) => this.reopen(one, 'sent_back'));
        for (const id of event.households) {
          const { batch, township } = event;
          this.household(id).secondLook = { batch, township, isBack: false };
        }
        break;
      case 'served':
        this.household(event.household_id).served = event;
        break;
      case 'objected':
        this.objected(event, seq);
        break;
      case 'waived':
        state.waivers.push(event);
        break;
      case 'settled':
        this.settled(event, seq);
        break;
      case 'recovered':
        this.recovered(event, seq);
        break;
      case 'noticed':
        state.notices.push(event);
        break;
      default:
        break;
    }
  }
}

/** What the events amount to: every case's and household's state (DESIGN.md, 'The ledger'). */
export function stateOf(events: readonly LedgerEvent[]): LedgerState {
  const fold = new Fold();
  for (const event of events) fold.take(event);
  return fold.state;
}

/** The waiver of a requirement that holds for a household; undefined where there is none. */
export function waiverOf(
  state: LedgerState,
  requirement: Requirement,
  household_id: string,
): HappeningOf<'waived'> | undefined {
  return state.waivers.findLast(
    (one) =>
      one.requirement === requirement && (one.household_id === null || one.household_id === household_id),
  );
}
