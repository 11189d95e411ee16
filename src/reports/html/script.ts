import { details } from './script-details.js';

/**
 * The page's script: filters, sorts and pages the cases of the embedded data. Text goes into the page by textContent
 * alone. Plain ES2019, so that the browsers of old office machines run it.
 */
export const script = String.raw`
(function () {
  'use strict';
  var data = JSON.parse(document.getElementById('data').textContent);
  var pool = data.pool, words = data.words;
  var at = {};
  data.parts.forEach(function (name, index) { at[name] = index; });
  var rows = data.rows;
  var byId = function (id) { return document.getElementById(id); };
  /* A text stands as itself, or as its number in the pool. */
  var textOf = function (one) { return typeof one === 'number' ? pool[one] : one; };
  var text = function (row, part) { return textOf(row[at[part]]); };
  var state = { sort: 'rank', down: false, page: 0, open: new Set(), found: rows };

  function element(name, className, content) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (content !== undefined && content !== null) made.textContent = content;
    return made;
  }
  /* A date is not broken at its hyphens. */
  function dated(made, content) {
    content.split(/(\d{4}-\d\d-\d\d)/).forEach(function (part, index) {
      made.append(index % 2 === 1 ? element('span', 'date', part) : part);
    });
    return made;
  }
  function say(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, function (mark, name) { return name in values ? String(values[name]) : mark; });
  }
  function yuan(value) {
    if (value === null) return '';
    var whole = Math.round(value * 100) % 100 === 0;
    return value.toLocaleString('en-US', { minimumFractionDigits: whole ? 0 : 2, maximumFractionDigits: 2 });
  }

  /* A whole ID that someone types is looked for as it stands here: masked. */
  function maskQuery(query) {
    if (/^\d{17}[\dxX]$/.test(query)) return query.slice(0, 6) + '********' + query.slice(14);
    if (/^\d{15}$/.test(query)) return query.slice(0, 6) + '*****' + query.slice(11);
    return query;
  }
  var searched = ['caseId', 'household', 'head', 'headId', 'person', 'personId', 'subject', 'township', 'place', 'title', 'reason'];
  var haystacks = rows.map(function () { return null; });
  function haystack(index) {
    if (haystacks[index] === null) {
      var row = rows[index];
      haystacks[index] = searched.map(function (part) { return text(row, part); }).join('\n').toLowerCase();
    }
    return haystacks[index];
  }

  /* The state is asked for where there is a ledger to tell it. */
  var filters = ['township', 'rule', 'grade', 'certainty', 'change', 'state'].filter(function (name) { return byId('filter-' + name); });
  function choose() {
    var query = byId('search').value.trim().toLowerCase().split(/\s+/).filter(Boolean).map(function (one) { return maskQuery(one).toLowerCase(); });
    var wanted = filters.map(function (name) { return byId('filter-' + name).value; });
    state.found = rows.filter(function (row, index) {
      for (var i = 0; i < filters.length; i++) if (wanted[i] !== '' && text(row, filters[i]) !== wanted[i]) return false;
      if (query.length === 0) return true;
      var hay = haystack(index);
      return query.every(function (one) { return hay.indexOf(one) >= 0; });
    });
    sort();
  }

  var numeric = { rank: true, overpaid: true };
  function sort() {
    var part = state.sort, down = state.down ? -1 : 1;
    var keys = new Map();
    state.found.forEach(function (row, index) {
      var key = numeric[part] ? row[at[part]] : text(row, part);
      if (part === 'rule') { var number = parseInt(key, 10); key = isNaN(number) ? 1000 : number; }
      keys.set(row, [key, index]);
    });
    state.found = state.found.slice().sort(function (one, other) {
      var a = keys.get(one), b = keys.get(other);
      if (a[0] === b[0]) return a[1] - b[1];
      if (a[0] === null || a[0] === '') return 1;
      if (b[0] === null || b[0] === '') return -1;
      return (a[0] < b[0] ? -1 : 1) * down;
    });
    state.page = 0;
    draw();
  }

  function cell(row, content, className) {
    var made = element('td', className, content);
    row.appendChild(made);
    return made;
  }
${details}
  function drawRow(body, row, number) {
    var id = 'detail-' + number, isOpen = state.open.has(row);
    var line = element('tr', 'case');
    var toggle = element('button', 'toggle', isOpen ? '-' : '+');
    toggle.type = 'button';
    toggle.setAttribute('aria-expanded', String(isOpen));
    toggle.setAttribute('aria-controls', id);
    toggle.setAttribute('aria-label', words.open + ' ' + text(row, 'caseId'));
    cell(line, null, 'c-open').appendChild(toggle);
    cell(line, row[at.rank], 'n c-rank').dataset.title = words.priority;
    var place = cell(line, text(row, 'township'), 'c-place');
    place.appendChild(element('div', 'part', text(row, 'place')));
    var household = cell(line, text(row, 'head'), 'keep c-home');
    household.appendChild(element('div', 'part', text(row, 'household')));
    var person = cell(line, [text(row, 'person'), text(row, 'relation')].filter(Boolean).join(' '), 'keep c-who');
    person.appendChild(element('div', 'part', text(row, 'personId')));
    var finding = cell(line, text(row, 'rule') + ' ' + text(row, 'title'), 'c-what');
    row[at.marks].forEach(function (mark) { finding.append(' ', element('span', 'badge stale', textOf(mark))); });
    finding.appendChild(dated(element('div', 'part'), text(row, 'reason')));
    cell(line, words.grades[text(row, 'grade')], 'keep c-grade');
    var certainty = text(row, 'certainty');
    cell(line, null, 'c-sure').appendChild(element('span', 'badge ' + certainty, words.certainties[certainty]));
    cell(line, yuan(row[at.overpaid]), 'n c-money').dataset.title = words.overpaid;
    body.appendChild(line);
    if (isOpen) body.appendChild(detail(row, id));
    toggle.addEventListener('click', function () {
      var opening = !state.open.has(row);
      if (opening) { state.open.add(row); line.after(detail(row, id)); }
      else { state.open.delete(row); var shown = byId(id); if (shown) shown.remove(); }
      toggle.textContent = opening ? '-' : '+';
      toggle.setAttribute('aria-expanded', String(opening));
    });
    line.addEventListener('click', function (event) {
      var picking = String(window.getSelection()) !== '';
      if (!picking && !toggle.contains(event.target)) toggle.click();
    });
  }

  /* What was chosen, for paper, which has no selects to read it from. */
  function conditions() {
    var told = filters.map(function (name) {
      var one = byId('filter-' + name);
      return one.value === '' ? '' : one.options[one.selectedIndex].text;
    });
    byId('search').value.trim().split(/\s+/).forEach(function (part) { told.push(maskQuery(part)); });
    return told.filter(Boolean).join('、') || words.noFilter;
  }
  function draw() {
    var size = Number(byId('page-size').value), count = state.found.length;
    var pages = Math.max(1, Math.ceil(count / size));
    state.page = Math.min(Math.max(0, state.page), pages - 1);
    var from = state.page * size, body = byId('cases-body');
    body.textContent = '';
    state.found.slice(from, from + size).forEach(function (row, index) { drawRow(body, row, from + index); });
    var span = { from: from + 1, to: Math.min(count, from + size), count: count, all: rows.length, filters: conditions() };
    byId('shown').textContent = count === 0 ? words.nothing : say(words.shown, span);
    byId('printed').textContent = count === 0 ? '' : say(words.printed, span);
    byId('previous').disabled = state.page === 0;
    byId('next').disabled = state.page >= pages - 1;
    Array.prototype.forEach.call(document.querySelectorAll('#cases-table th[data-sort]'), function (head) {
      var mine = head.getAttribute('data-sort') === state.sort;
      head.setAttribute('aria-sort', mine ? (state.down ? 'descending' : 'ascending') : 'none');
    });
  }

  filters.forEach(function (name) { byId('filter-' + name).addEventListener('change', choose); });
  var waiting;
  byId('search').addEventListener('input', function () { clearTimeout(waiting); waiting = setTimeout(choose, 150); });
  byId('page-size').addEventListener('change', function () { state.page = 0; draw(); });
  byId('previous').addEventListener('click', function () { state.page--; draw(); });
  byId('next').addEventListener('click', function () { state.page++; draw(); });
  byId('reset').addEventListener('click', function () {
    filters.forEach(function (name) { byId('filter-' + name).value = ''; });
    byId('search').value = '';
    choose();
  });
  Array.prototype.forEach.call(document.querySelectorAll('#cases-table .sort'), function (button) {
    button.addEventListener('click', function () {
      var part = button.parentElement.getAttribute('data-sort');
      state.down = state.sort === part ? !state.down : part === 'overpaid';
      state.sort = part;
      sort();
    });
  });
  /* Paper cannot be opened: what is folded is printed too. */
  var folded = [];
  window.addEventListener('beforeprint', function () {
    folded = Array.prototype.filter.call(document.querySelectorAll('details'), function (one) { return !one.open; });
    folded.forEach(function (one) { one.open = true; });
  });
  window.addEventListener('afterprint', function () { folded.forEach(function (one) { one.open = false; }); });
  byId('cases-tools').hidden = false;
  choose();
})();
`;
