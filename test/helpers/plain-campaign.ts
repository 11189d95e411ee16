import { plainAmounts } from '../../src/campaign-file/amount-rules.js';
import type { Campaign } from '../../src/campaign-file/types.js';
import { loadStandards } from '../../src/standards/load.js';

/** What is to be told of a campaign: the as-of date, and parameters in place of those of standards/. */
export interface Circumstances {
  readonly asOf: string;
  readonly parameters?: Readonly<Record<string, number | string[]>>;
}

/** A campaign without sources, whose parameters are those of standards/ where nothing else is told. */
export function plainCampaign({ asOf, parameters = {} }: Circumstances): Campaign {
  return {
    name: '',
    area: null,
    as_of: asOf,
    pack: 'ten-categories',
    standards: [],
    parameters: loadStandards().map((one) => {
      const value = parameters[one.name];
      return value === undefined ? one : { ...one, values: [{ from: '1999-10-01', value }] };
    }),
    sources: new Map(),
    rules: null,
    required: [],
    amount: plainAmounts,
    exit_deadlines: [],
    exemptions: null,
    name_matching: false,
    office: { name: '', phone: '', address: '', reconsideration: '', court: '' },
    retain_until: null,
    purpose: null,
    authority: null,
    footer: '',
    root: '.',
    file: null,
  };
}
