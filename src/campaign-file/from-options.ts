import { resolve } from 'node:path';
import { DibaoError } from '../errors.js';
import { say } from '../messages/language.js';
import { standardTexts } from '../messages/standards.js';
import { loadStandards } from '../standards/load.js';
import { plainAmounts } from './amount-rules.js';
import { defaultPack, loadCampaign, noOffice } from './load.js';
import { EVER } from './parameters.js';
import { recordKeys } from './record-keys.js';
import { plainSource } from './sources.js';
import { today } from './today.js';
import type { Campaign, DatedStandard, SourceSpec } from './types.js';

/** What the command line says of a campaign; each part only where it was given. */
export interface CampaignOptions {
  /** The campaign file. */
  readonly config?: string;
  /** Record set key → paths as written. */
  readonly sources: Readonly<Record<string, readonly string[]>>;
  /** Rosters whose every household is of that category. */
  readonly rosterUrban: readonly string[];
  readonly rosterRural: readonly string[];
  /** Yuan a year for one person, exact decimal text. */
  readonly urbanStandard?: string;
  readonly ruralStandard?: string;
  readonly asOf?: string;
  readonly area?: { readonly code: string; readonly name: string };
  readonly pack?: string;
  /** File of exemptions, as written. */
  readonly exemptions?: string;
  /** Checks that must be able to run. */
  readonly checks: readonly string[];
  /** Folder that paths start from. */
  readonly cwd: string;
}

/** The campaign of a check: the campaign file, if there is one, and what the command line says in its place. */
export async function resolveCampaign(options: CampaignOptions): Promise<Campaign> {
  const campaign =
    options.config === undefined
      ? campaignFromOptions(options)
      : override(await loadCampaign(options.config, options.cwd), options);
  if (!campaign.sources.has('roster'))
    throw new DibaoError('campaign-no-roster', {}, { file: options.config });
  return campaign;
}

/** A campaign of files named straight on the command line. */
export function campaignFromOptions(options: CampaignOptions): Campaign {
  const bare: Campaign = {
    name: say(standardTexts.defaultName),
    area: null,
    as_of: today(),
    pack: defaultPack,
    standards: [],
    parameters: loadStandards(),
    amount: plainAmounts,
    exit_deadlines: [],
    sources: new Map(),
    rules: null,
    required: [],
    exemptions: null,
    name_matching: false,
    purpose: null,
    authority: null,
    footer: say(standardTexts.defaultFooter),
    office: noOffice,
    retain_until: null,
    root: options.cwd,
    file: null,
  };
  return override(bare, options);
}

/** Sources and standards of the command line take the place of the file's, record set by record set. */
function override(campaign: Campaign, options: CampaignOptions): Campaign {
  return {
    ...campaign,
    as_of: options.asOf ?? campaign.as_of,
    area: options.area ?? campaign.area,
    pack: packOf(options) ?? campaign.pack,
    exemptions:
      options.exemptions === undefined
        ? campaign.exemptions
        : { path: resolve(options.cwd, options.exemptions), written: options.exemptions },
    standards: [
      ...standardsOf('urban', options.urbanStandard, campaign),
      ...standardsOf('rural', options.ruralStandard, campaign),
    ],
    sources: new Map(
      recordKeys.flatMap((key) => {
        const given = sourcesOf(key, options);
        const specs = given.length > 0 ? given : (campaign.sources.get(key) ?? []);
        return specs.length > 0 ? [[key, specs] as const] : [];
      }),
    ),
    required: [...new Set([...campaign.required, ...options.checks])],
  };
}

function packOf({ pack, cwd }: CampaignOptions): string | undefined {
  return pack !== undefined && /\.ya?ml$/i.test(pack) ? resolve(cwd, pack) : pack;
}

function standardsOf(
  category: DatedStandard['category'],
  yearly: string | undefined,
  campaign: Campaign,
): DatedStandard[] {
  if (yearly === undefined) return campaign.standards.filter((standard) => standard.category === category);
  return [{ category, from: EVER, yearly, size: null }];
}

function sourcesOf(key: string, options: CampaignOptions): SourceSpec[] {
  const specs = (options.sources[key] ?? []).map((path) => {
    // 2025-12-31=名册.csv says of which day an earlier roster is.
    const [, day, file] = (key === 'snapshot' && /^(\d{4}-\d{2}-\d{2})=(.+)$/.exec(path)) || [];
    const source = plainSource(file ?? path, options.cwd);
    return day === undefined ? source : { ...source, data_date: day };
  });
  if (key !== 'roster') return specs;
  return [
    ...specs,
    ...options.rosterUrban.map((path) => plainSource(path, options.cwd, { category: 'urban' })),
    ...options.rosterRural.map((path) => plainSource(path, options.cwd, { category: 'rural' })),
  ];
}
