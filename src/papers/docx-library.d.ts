/**
 * The part of the library docx that papers use. Its own declarations (9.7.0) import one another without file
 * extensions, which TypeScript does not resolve for ES modules (module NodeNext): every name would be unknown.
 * A declared module goes before the package's; what another paper needs of the library is added here.
 */
declare module 'docx' {
  /** Measures are twentieths of a point where nothing else is said. */
  export interface IRunOptions {
    readonly text?: string;
    readonly children?: readonly string[];
    readonly break?: number;
    readonly bold?: boolean;
    readonly color?: string;
    readonly underline?: { readonly type?: string };
    /** Half points. */
    readonly size?: number;
    readonly font?: string | Readonly<Record<'ascii' | 'hAnsi' | 'cs' | 'eastAsia' | 'hint', string>>;
    readonly language?: { readonly value?: string; readonly eastAsia?: string };
    readonly characterSpacing?: number;
  }

  export class TextRun {
    constructor(options: IRunOptions);
  }

  export class ImageRun {
    constructor(options: {
      readonly type: 'png' | 'jpg';
      readonly data: Uint8Array;
      /** Pixels. */
      readonly transformation: { readonly width: number; readonly height: number };
      readonly altText?: {
        readonly id?: string;
        readonly name: string;
        readonly title?: string;
        readonly description?: string;
      };
    });
  }

  export interface IBorderOptions {
    readonly style: string;
    readonly size?: number;
    readonly color?: string;
    readonly space?: number;
  }

  export interface IParagraphOptions {
    readonly children?: readonly (TextRun | ImageRun)[];
    readonly alignment?: string;
    readonly indent?: {
      readonly left?: number;
      readonly right?: number;
      readonly hanging?: number;
      readonly firstLine?: number;
      readonly firstLineChars?: number;
    };
    readonly spacing?: {
      readonly before?: number;
      readonly after?: number;
      readonly line?: number;
      readonly lineRule?: string;
    };
    readonly tabStops?: readonly {
      readonly type: string;
      readonly position: number;
      readonly leader?: string;
    }[];
    readonly border?: Partial<Record<'top' | 'bottom' | 'left' | 'right', IBorderOptions>>;
    readonly keepNext?: boolean;
    readonly keepLines?: boolean;
    readonly pageBreakBefore?: boolean;
    readonly outlineLevel?: number;
    readonly style?: string;
    readonly widowControl?: boolean;
    readonly wordWrap?: boolean;
  }

  export class Paragraph {
    constructor(options: IParagraphOptions);
    /** Keeps classes of equal shape apart. */
    private readonly root: unknown;
  }

  export interface ITableWidth {
    readonly size: number;
    readonly type: string;
  }

  export class TableCell {
    constructor(options: {
      readonly children: readonly (Paragraph | Table)[];
      readonly width?: ITableWidth;
      readonly columnSpan?: number;
      readonly rowSpan?: number;
      readonly verticalAlign?: string;
      readonly shading?: { readonly fill: string; readonly type: string; readonly color: string };
      readonly borders?: Partial<Record<'top' | 'bottom' | 'left' | 'right', IBorderOptions>>;
    });
  }

  export class TableRow {
    constructor(options: {
      readonly children: readonly TableCell[];
      readonly cantSplit?: boolean;
      readonly tableHeader?: boolean;
      readonly height?: { readonly value: number; readonly rule: string };
    });
  }

  export class Table {
    constructor(options: {
      readonly rows: readonly TableRow[];
      readonly columnWidths?: readonly number[];
      readonly width?: ITableWidth;
      readonly layout?: string;
      readonly alignment?: string;
      readonly borders?: Partial<
        Record<'top' | 'bottom' | 'left' | 'right' | 'insideHorizontal' | 'insideVertical', IBorderOptions>
      >;
      readonly margins?: {
        readonly marginUnitType: string;
        readonly top: number;
        readonly bottom: number;
        readonly left: number;
        readonly right: number;
      };
    });
    private readonly root: unknown;
  }

  export type FileChild = Paragraph | Table;

  export class Header {
    constructor(options: { readonly children: readonly FileChild[] });
    private readonly options: unknown;
  }

  export class Footer {
    constructor(options: { readonly children: readonly FileChild[] });
    private readonly options: unknown;
  }

  export interface ISectionOptions {
    readonly properties?: {
      readonly page?: {
        readonly size?: { readonly width: number; readonly height: number; readonly orientation?: string };
        readonly margin?: Readonly<
          Partial<Record<'top' | 'right' | 'bottom' | 'left' | 'header' | 'footer', number>>
        >;
        readonly pageNumbers?: { readonly start?: number };
      };
      readonly grid?: { readonly linePitch?: number; readonly charSpace?: number; readonly type?: string };
      readonly titlePage?: boolean;
      readonly type?: string;
    };
    readonly headers?: { readonly default?: Header; readonly first?: Header; readonly even?: Header };
    readonly footers?: { readonly default?: Footer; readonly first?: Footer; readonly even?: Footer };
    readonly children: readonly FileChild[];
  }

  export class Document {
    constructor(options: {
      readonly sections: readonly ISectionOptions[];
      readonly title?: string;
      readonly creator?: string;
      readonly lastModifiedBy?: string;
      readonly evenAndOddHeaderAndFooters?: boolean;
      readonly styles?: { readonly default?: { readonly document?: { readonly run?: IRunOptions } } };
    });
  }

  export const Packer: {
    /** @param overrides parts of the package that are put in as they are given */
    toBuffer(
      document: Document,
      prettify?: boolean,
      overrides?: readonly { readonly path: string; readonly data: string }[],
    ): Promise<Buffer>;
  };

  export const AlignmentType: Readonly<Record<'LEFT' | 'CENTER' | 'RIGHT' | 'BOTH', string>>;
  export const BorderStyle: Readonly<
    Record<'SINGLE' | 'DOUBLE' | 'DASHED' | 'DOTTED' | 'NONE' | 'NIL' | 'THICK', string>
  >;
  export const HeightRule: Readonly<Record<'AUTO' | 'ATLEAST' | 'EXACT', string>>;
  export const LineRuleType: Readonly<Record<'EXACT' | 'AT_LEAST' | 'AUTO', string>>;
  export const PageNumber: Readonly<Record<'CURRENT' | 'TOTAL_PAGES' | 'TOTAL_PAGES_IN_SECTION', string>>;
  export const PageOrientation: Readonly<Record<'PORTRAIT' | 'LANDSCAPE', string>>;
  export const TableLayoutType: Readonly<Record<'AUTOFIT' | 'FIXED', string>>;
  export const TabStopType: Readonly<Record<'LEFT' | 'RIGHT' | 'CENTER', string>>;
  export const VerticalAlign: Readonly<Record<'TOP' | 'CENTER' | 'BOTTOM', string>>;
  export const WidthType: Readonly<Record<'DXA' | 'PERCENTAGE' | 'AUTO', string>>;
}
