/** What stands on every sheet and paper that leaves: whose it is, what for, by what authority, and when. */
export interface Frame {
  /** The campaign. */
  readonly name: string;
  /** The county, '' where the campaign file does not say. */
  readonly area: string;
  /** Who issues it. */
  readonly office: string;
  readonly phone: string;
  readonly address: string;
  readonly reconsideration: string;
  readonly court: string;
  readonly purpose: string;
  /** Number of the document it goes by (文号). */
  readonly authority: string;
  /** Foot of each page. */
  readonly footer: string;
  /** Day of the work, YYYY-MM-DD. */
  readonly date: string;
  /** The as-of date of the data. */
  readonly asOf: string;
}

/** What a frame is made of: the campaign (src/campaign-file/types.ts) has it all. */
export interface Framed {
  readonly name: string;
  readonly area: { readonly name: string } | null;
  readonly as_of: string;
  readonly purpose: string | null;
  readonly authority: string | null;
  readonly footer: string;
  readonly office: Pick<Frame, 'phone' | 'address' | 'reconsideration' | 'court'> & { readonly name: string };
}

export function frameOf({ office, ...campaign }: Framed, date: string): Frame {
  const { name, purpose, authority, footer } = campaign;
  const { name: issuer, ...where } = office;
  return {
    ...where,
    name,
    footer,
    date,
    office: issuer,
    area: campaign.area?.name ?? '',
    purpose: purpose ?? '',
    authority: authority ?? '',
    asOf: campaign.as_of,
  };
}
