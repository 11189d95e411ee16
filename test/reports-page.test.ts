import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { html, scriptJson } from '../src/reports/html/escape.js';
import { pageHtml } from '../src/reports/html/index.js';
import { hostile, inventedId, sampleReport } from './reports-fixture.js';

const report = sampleReport(60);
const page = pageHtml(report);

function between(open: string, close: string): string {
  const from = page.indexOf(open) + open.length;
  return page.slice(from, page.indexOf(close, from));
}

describe('report.html', () => {
  it('holds no ID unmasked', () => {
    expect(page).not.toMatch(/(?<![0-9A-Za-z])\d{17}[\dX](?![0-9A-Za-z])/);
    for (const one of report.cases) {
      for (const who of [one.head, one.person, one.subject]) {
        if (who !== null) expect(page).not.toContain(who.id_number);
      }
    }
    expect(page).toContain(`${inventedId(1000).slice(0, 6)}********${inventedId(1000).slice(-4)}`);
  });

  it('shows of an account the last four digits', () => {
    expect(page).not.toContain('6217001234567890123');
    expect(page).toContain('***************0123');
  });

  it('masks a damaged ID and a household number that is an ID', () => {
    const [first] = report.cases;
    if (first === undefined) throw new Error('no case');
    const damaged = '33048219630';
    const one = {
      ...first,
      household_id: inventedId(3),
      person: { name: '某某', id_number: damaged, relation: null, covered: true, age: null },
      reason: `名册证号${damaged}无效`,
    };
    const made = pageHtml({ ...report, cases: [one] });
    expect(made).not.toContain(damaged);
    expect(made).not.toContain(inventedId(3));
  });

  it('takes nothing from a case as markup', () => {
    expect(page).not.toContain('<img');
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    const data = JSON.parse(between('id="data">', '</script>')) as { rows: unknown[][] };
    expect(data.rows.some((row) => row.some((part) => String(part).includes(hostile)))).toBe(true);
    expect(data.rows).toHaveLength(60);
  });

  it('escapes what the sections print', () => {
    const evil = { ...report.summary, name: '<b>"x"</b>', alarms: ['<script>alert(1)</script>'] };
    const made = pageHtml({ ...report, summary: evil });
    expect(made).not.toContain('<b>');
    expect(made).not.toContain('<script>alert');
  });

  it('lets only its own style and script run', () => {
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const policy = between('Content-Security-Policy" content="', '"');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src ${hash(between('<style>', '</style>'))};`);
    expect(policy).toContain(`script-src ${hash(between('<script>', '</script>'))};`);
    expect(policy).not.toContain('unsafe');
    const markup = page.replace(between('id="data">', '</script>'), '');
    expect(/https?:|src=|\sstyle="|\son\w+="/.exec(markup)).toBeNull();
  });

  it('has a script that parses', () => {
    expect(() => new Function(between('<script>', '</script>'))).not.toThrow();
  });

  it('shows not run, undecidable and broken unlike clear', () => {
    for (const outcome of ['hit', 'clear', 'undecidable', 'not_run', 'broken']) {
      expect(page).toContain(`<span class="badge ${outcome}">`);
    }
    expect(page).toMatch(/8 拒绝劳动<\/text><text class="instead"[^>]*>未运行</);
    expect(page).toMatch(/6 务工收入超过标准<\/text><text class="instead"[^>]*>无法判断</);
    expect(page).toMatch(/9 不如实申报或拒绝核查<\/text>\s*<rect[\s\S]*?class="value"[^>]*>0</);
  });

  it('is the same text for the same report', () => {
    expect(pageHtml(sampleReport(60))).toBe(page);
  });
});

describe('markup', () => {
  it('escapes values, and not markup', () => {
    const inner = html`<i>${'<&"\''}</i>`;
    expect(html`<b>${inner}${[inner]}${3}</b>`.markup).toBe(
      '<b><i>&lt;&amp;&quot;&#39;</i><i>&lt;&amp;&quot;&#39;</i>3</b>',
    );
  });

  it('keeps JSON from ending its script', () => {
    expect(scriptJson({ a: '</script><!--\u2028' })).toBe('{"a":"\\u003c/script>\\u003c!--\\u2028"}');
  });
});
