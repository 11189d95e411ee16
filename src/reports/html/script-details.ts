/**
 * The part of the page's script that shows all of one case: its reason, arithmetic, evidence and lawful reasons. It
 * stands inside the other one (script.ts) and uses its words, its pool and its `element`.
 */
export const details = String.raw`
  function entry(list, title, content) {
    if (content === '' || content === null || content === undefined) return;
    list.appendChild(element('dt', '', title));
    var value = element('dd');
    if (Array.isArray(content)) {
      var items = element('ul');
      content.forEach(function (one) { items.appendChild(element('li', '', one)); });
      value.appendChild(items);
    } else if (typeof content === 'object') value.appendChild(content);
    else value.textContent = content;
    list.appendChild(value);
  }
  function listed(parts) { return parts.length ? parts.map(textOf) : ''; }
  /* Names and values, alternating, as a line that breaks between pairs only. */
  function pairs(flat) {
    var line = element('div', 'pairs');
    for (var i = 0; i < flat.length; i += 2) {
      var pair = element('span', 'pair');
      pair.append(element('span', 'part', textOf(flat[i])), ' ', textOf(flat[i + 1]));
      line.append(pair, ' ');
    }
    return line;
  }
  /* Rows of one register beside each other: a month's bill per line. */
  function proofTable(rows) {
    var names = [];
    rows.forEach(function (one) {
      for (var i = 0; i < one[3].length; i += 2) if (names.indexOf(one[3][i]) < 0) names.push(one[3][i]);
    });
    var table = element('table', 'proof'), head = element('tr'), body = element('tbody');
    [words.place].concat(names.map(textOf)).forEach(function (name) {
      var title = element('th', '', name);
      title.scope = 'col';
      head.appendChild(title);
    });
    rows.forEach(function (one) {
      var line = element('tr'), values = {};
      for (var i = 0; i < one[3].length; i += 2) values[one[3][i]] = textOf(one[3][i + 1]);
      [one[1]].concat(names.map(function (name) { return name in values ? values[name] : ''; })).forEach(function (value) {
        line.appendChild(element('td', '', value));
      });
      body.appendChild(line);
    });
    table.appendChild(element('thead')).appendChild(head);
    table.appendChild(body);
    var scroll = element('div', 'scroll');
    scroll.appendChild(table);
    return scroll;
  }
  function proofs(evidence) {
    var made = element('div'), groups = new Map();
    evidence.forEach(function (one) {
      var key = textOf(one[0]) + ' \u00b7 ' + textOf(one[2]);
      groups.set(key, (groups.get(key) || []).concat([one]));
    });
    groups.forEach(function (rows, key) {
      var title = key.replace(/ \u00b7 $/, ''), block = element('div', 'proofs');
      block.appendChild(element('strong', '', rows.length === 1 ? title + ' \u00b7 ' + rows[0][1] : title));
      block.appendChild(rows.length === 1 ? pairs(rows[0][3]) : proofTable(rows));
      made.appendChild(block);
    });
    return made;
  }
  function detail(row, id) {
    var line = element('tr', 'detail');
    line.id = id;
    var inside = element('td');
    inside.colSpan = 9;
    var list = element('dl');
    var money = row[at.overpaid] === null ? '' : say(words.months, { months: row[at.months], amount: yuan(row[at.overpaid]), basis: text(row, 'basis') });
    entry(list, words.caseId, text(row, 'caseId'));
    entry(list, words.facts, text(row, 'reason'));
    entry(list, words.state, text(row, 'state'));
    entry(list, words.marks, listed(row[at.marks]));
    entry(list, words.household_line, [text(row, 'head'), text(row, 'headId'), row[at.monthly] === null ? '' : yuan(row[at.monthly]) + words.yuan].filter(Boolean).join(' '));
    entry(list, words.subject, text(row, 'subject'));
    entry(list, words.since, text(row, 'since'));
    entry(list, words.money, money);
    entry(list, words.match, text(row, 'match'));
    if (row[at.arithmetic].length) entry(list, words.arithmetic, pairs(row[at.arithmetic]));
    if (row[at.evidence].length) entry(list, words.evidence, proofs(row[at.evidence]));
    entry(list, words.lawful, listed(row[at.lawful]));
    inside.appendChild(list);
    line.appendChild(inside);
    return line;
  }
`;
