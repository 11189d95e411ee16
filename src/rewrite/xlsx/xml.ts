import { DibaoError } from '../../errors.js';

/** An element of a part, kept as it is written: what is not changed comes out byte for byte. */
export class XmlElement {
  /** The start tag. */
  tag: string;
  readonly name: string;
  children: (XmlElement | string)[] = [];
  close = '';

  constructor(tag: string) {
    this.tag = tag;
    this.name = (/^<([^\s/>]+)/.exec(tag)?.[1] ?? '').replace(/^.*:/, '');
  }

  attribute(name: string): string | null {
    const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(this.tag);
    return found === null ? null : unescapeXml(found[1] ?? found[2] ?? '');
  }

  /** Sets an attribute to another value, or adds it. */
  set(name: string, value: string): void {
    const own = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`);
    const text = escapeXml(value).replaceAll('"', '&quot;');
    if (own.test(this.tag)) this.tag = this.tag.replace(own, (_, start: string) => `${start}"${text}"`);
    else this.tag = this.tag.replace(/\s*\/?>$/, (end) => ` ${name}="${text}"${end.trim()}`);
  }

  get elements(): XmlElement[] {
    return this.children.filter((child) => typeof child !== 'string');
  }

  /** All elements of these names in it, at any depth, outermost first. */
  *all(...names: readonly string[]): Generator<XmlElement> {
    for (const child of this.elements) {
      if (names.includes(child.name)) yield child;
      yield* child.all(...names);
    }
  }

  find(name: string): XmlElement | undefined {
    return this.elements.find((child) => child.name === name);
  }

  get text(): string {
    return unescapeXml(this.children.filter((child) => typeof child === 'string').join(''));
  }

  set text(value: string) {
    this.children = [escapeXml(value)];
  }

  /** Takes elements out, at any depth. */
  drop(isGone: (element: XmlElement) => boolean): void {
    this.children = this.children.filter((child) => typeof child === 'string' || !isGone(child));
    for (const child of this.elements) child.drop(isGone);
  }

  toString(): string {
    return `${this.tag}${this.children.map(String).join('')}${this.close}`;
  }
}

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  return text.replace(/&(#x[0-9A-Fa-f]+|#\d+|\w+);/g, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return references[name] ?? whole;
  });
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const markup = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(?:[^<>"']|"[^"]*"|'[^']*')*>/g;

/**
 * A part as a tree below a nameless root.
 * @throws DibaoError workbook-damaged where tags do not match, workbook-doctype
 */
export function parseXml(text: string, part: string, file: string): XmlElement {
  const root = new XmlElement('');
  const open: XmlElement[] = [root];
  const top = (): XmlElement => open.at(-1) ?? root;
  let at = 0;
  for (const { 0: tag, index } of text.matchAll(markup)) {
    if (index > at) top().children.push(text.slice(at, index));
    at = index + tag.length;
    if (tag.startsWith('<!DOCTYPE')) throw new DibaoError('workbook-doctype', { part }, { file });
    if (tag.startsWith('<!') || tag.startsWith('<?')) top().children.push(tag);
    else if (tag.startsWith('</')) {
      if (open.length === 1) throw new DibaoError('workbook-damaged', { part }, { file });
      top().close = tag;
      open.pop();
    } else {
      const element = new XmlElement(tag);
      top().children.push(element);
      if (!tag.endsWith('/>')) open.push(element);
    }
  }
  if (open.length > 1) throw new DibaoError('workbook-damaged', { part }, { file });
  root.children.push(text.slice(at));
  return root;
}
