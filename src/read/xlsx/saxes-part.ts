import { SaxesParser } from 'saxes';
import { PartError } from './part-error.js';
import { asUtf8 } from './utf8.js';

/** One start tag of a small part: names without prefix. */
export interface Tag {
  readonly name: string;
  /** Names of the elements around it, the root first. */
  readonly path: readonly string[];
  readonly empty: boolean;
  attribute(name: string): string | undefined;
}

/**
 * Reads a part of the package whose tags alone matter (workbook, relationships, styles) with saxes, which checks that it
 * is well-formed. DOCTYPE is refused, and so every entity but XML's own five.
 *
 * @throws PartError workbook-doctype, workbook-damaged.
 */
export async function readTags(chunks: AsyncIterable<Buffer>, onTag: (tag: Tag) => void): Promise<void> {
  const parser = new SaxesParser({ xmlns: false });
  const path: string[] = [];
  parser.on('error', () => {
    throw new PartError('workbook-damaged');
  });
  parser.on('doctype', () => {
    throw new PartError('workbook-doctype');
  });
  parser.on('opentag', (tag) => {
    const name = local(tag.name);
    onTag({
      name,
      path,
      empty: tag.isSelfClosing,
      attribute: (wanted) => attributeOf(tag.attributes, wanted),
    });
    path.push(name);
  });
  parser.on('closetag', () => path.pop());
  const decoder = new TextDecoder('utf-8');
  for await (const bytes of asUtf8(chunks)) parser.write(decoder.decode(bytes));
  parser.close();
}

/** `r:id` and `id` are two things in one tag, so a name given with its prefix is looked for as local name of a prefixed one. */
function attributeOf(attributes: Readonly<Record<string, string>>, wanted: string): string | undefined {
  if (!wanted.startsWith(':')) return attributes[wanted];
  for (const [name, value] of Object.entries(attributes)) {
    if (name.endsWith(wanted)) return value;
  }
  return undefined;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
