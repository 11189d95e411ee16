/** The page's style sheet. Dark on light; hard and soft differ in lightness too, so that a grey print keeps them apart. */
export const style = `
:root { --ink: #1c2530; --dim: #54606e; --line: #d5dbe2; --paper: #fff; --wash: #f4f6f9; --accent: #1f4e79;
  --hard: #97352f; --soft: #e0a93b; --warn: #8a5a00; --warnwash: #fff4d6; --badwash: #fbe3e4; }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
body { margin: 0 auto; max-width: 1320px; padding: 0 24px 48px; color: var(--ink); background: var(--paper);
  font: 15px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", SimHei, sans-serif; }
h1 { margin: 28px 0 4px; font-size: 26px; line-height: 1.3; }
h2 { margin: 36px 0 12px; padding-bottom: 6px; border-bottom: 2px solid var(--accent); font-size: 19px; color: var(--accent); }
p { margin: 6px 0; }
.sub, .note, .legend, .part { color: var(--dim); }
.lead { padding: 8px 12px; border-left: 4px solid var(--accent); background: var(--wash); }
nav { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 14px 0; padding: 0; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid #5b9bd5; outline-offset: 1px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.alarm { margin: 18px 0; padding: 10px 18px; border: 2px solid #b3261e; border-left-width: 10px; background: var(--badwash); }
.alarm h2 { margin: 0; border: 0; color: #8c1d18; }
.alarm ul { margin: 4px 0; padding-left: 20px; font-weight: 600; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(260px, 45%), 1fr)); gap: 12px; }
.card { padding: 12px 16px; border: 1px solid var(--line); border-top: 4px solid var(--accent); border-radius: 4px; }
.card.hard { border-top-color: var(--hard); }
.card.soft { border-top-color: var(--soft); }
.card .name { color: var(--dim); }
.card .number { font-size: 26px; font-weight: 600; line-height: 1.35; font-variant-numeric: tabular-nums; }
.card .part { font-size: 13px; min-height: 1.6em; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(480px, 100%), 1fr)); gap: 12px 28px; align-items: start; }
.chart { margin: 0; }
figcaption { margin-bottom: 6px; font-weight: 600; }
svg { display: block; width: 100%; max-width: 700px; height: auto; }
svg text { font-size: 14px; fill: var(--ink); }
svg .value { fill: var(--dim); font-size: 13px; }
svg .instead { fill: var(--warn); font-weight: 700; }
svg .hard { fill: var(--hard); }
svg .soft { fill: var(--soft); }
.key { display: inline-block; width: 14px; height: 14px; margin: 0 2px 0 10px; vertical-align: -2px; }
.key.hard { background: var(--hard); }
.key.soft { background: var(--soft); }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
th, td { padding: 6px 9px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { background: var(--wash); white-space: nowrap; }
tbody tr:hover { background: #f8fafc; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.code { white-space: nowrap; }
tr.not_run td, tr.undecidable td, tr.notice th, tr.notice td { background: var(--warnwash); }
tr.broken td { background: var(--badwash); }
.badge { display: inline-block; padding: 0 8px; border: 1px solid transparent; border-radius: 3px; font-size: 13px; white-space: nowrap; }
.badge.hit, .badge.hard { color: #fff; background: var(--hard); }
.badge.soft { color: #3a2a00; background: #f6d58b; }
.badge.clear { color: var(--dim); border-color: #9aa5b1; background: #fff; }
.badge.undecidable { color: #173f66; border: 1px dashed #173f66; background: #fff; }
.badge.not_run, .badge.absent, .badge.partly, .badge.stale { color: #3a2a00; background: #ffd77a; border-color: #8a5a00; font-weight: 700; }
.badge.broken, .badge.alarmed { color: #fff; background: #b3261e; font-weight: 700; }
.notes th { width: 18em; font-weight: 600; }
details > summary { margin: 28px 0 10px; padding: 6px 0; font-size: 19px; font-weight: 700; color: var(--accent); cursor: pointer; }
.filters { display: flex; flex-wrap: wrap; gap: 10px 14px; align-items: end; margin: 12px 0; padding: 12px 14px; background: var(--wash); border: 1px solid var(--line); }
.filters label { display: flex; flex-direction: column; font-size: 13px; color: var(--dim); }
.filters label.wide { flex: 1 1 260px; }
input, select, button { font: inherit; color: inherit; padding: 4px 8px; border: 1px solid #9aa5b1; border-radius: 3px; background: #fff; }
button { cursor: pointer; }
button:disabled { color: #9aa5b1; cursor: default; }
#printed { display: none; }
.pager { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; margin: 10px 0; }
.sort { all: unset; cursor: pointer; font-weight: 700; }
.sort:focus-visible { outline: 3px solid #5b9bd5; }
th[aria-sort=ascending] .sort::after { content: " ↑"; }
th[aria-sort=descending] .sort::after { content: " ↓"; }
.toggle { min-width: 30px; padding: 0 6px; }
th[aria-sort=none] .sort::after { content: " ↕"; color: #9aa5b1; font-weight: 400; }
#cases-body tr.case { cursor: pointer; }
#cases-body td { overflow-wrap: anywhere; }
#cases-body td.keep, .date { white-space: nowrap; }
tr.detail > td { padding: 4px 14px 16px 52px; background: #fbfcfd; }
.detail dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 8px 0; }
.detail dt { color: var(--dim); }
.detail dd { margin: 0; }
.detail ul { margin: 0; padding-left: 18px; }
.pairs { display: flex; flex-wrap: wrap; gap: 0 22px; }
.proofs { margin-bottom: 8px; }
.proofs strong { font-weight: 600; }
table.proof { width: auto; margin: 2px 0 4px; font-size: 13px; }
.proof th, .proof td { padding: 2px 9px; white-space: nowrap; background: #fff; border: 1px solid var(--line); }
.proof th { background: var(--wash); font-weight: 600; }
footer { margin-top: 40px; padding-top: 10px; border-top: 1px solid var(--line); color: var(--dim); font-size: 13px; display: flex; flex-wrap: wrap; gap: 6px 28px; justify-content: space-between; }
td:nth-child(2) { min-width: 9em; }
.detail td, #cases-table td { min-width: 0; }
@media (max-width: 700px) { body { padding: 0 12px 32px; font-size: 14px; } h1 { font-size: 21px; } .card .number { font-size: 21px; }
  .card { padding: 8px 12px; } .filters label { flex: 1 1 40%; } select { max-width: 100%; }
  #cases-table, #cases-table > thead, #cases-table > tbody { display: block; }
  #cases-table > thead > tr { display: flex; flex-wrap: wrap; gap: 2px 4px; } #cases-table > thead > tr > th { border: 0; padding: 4px 6px; } #cases-table > thead > tr > th:first-child { display: none; }
  #cases-table tr.case { display: grid; grid-template-columns: 40px 1fr 1fr auto; gap: 0 10px; padding: 6px 0; border-bottom: 1px solid var(--line);
    grid-template-areas: "open place rank sure" ". home who who" ". what what what" ". grade grade money"; }
  #cases-table tr.case > td { padding: 1px 0; border: 0; } #cases-body td.keep { white-space: normal; }
  .c-open { grid-area: open; } .c-rank { grid-area: rank; } .c-place { grid-area: place; } .c-home { grid-area: home; } .c-who { grid-area: who; }
  .c-what { grid-area: what; } .c-grade { grid-area: grade; } .c-sure { grid-area: sure; justify-self: end; } .c-money { grid-area: money; }
  .c-rank[data-title]::before, .c-money[data-title]::before { content: attr(data-title) " "; color: var(--dim); } .c-money:empty { display: none; }
  #cases-table tr.detail, #cases-table tr.detail > td { display: block; padding: 0 0 10px 8px; }
  .detail dl { grid-template-columns: 1fr; gap: 0; } .detail dd { margin-bottom: 6px; min-width: 0; } }
@media print { @page { size: A4 landscape; margin: 12mm; }
  body { max-width: none; padding: 0; font-size: 10pt; } nav, .filters, .pager, .toggle, .sort { display: none; } #printed { display: block; }
  h1 { margin-top: 0; font-size: 17pt; } h2 { margin: 14px 0 8px; font-size: 13pt; }
  .cards { grid-template-columns: repeat(4, 1fr); gap: 8px; } .card { padding: 5px 12px; } .card .number { font-size: 15pt; } .card .part { min-height: 0; }
  .charts { grid-template-columns: 1fr 1fr; }
  h2, figcaption, .legend, .note { break-after: avoid; } tr, .card, .chart, .alarm { break-inside: avoid; } thead { display: table-header-group; }
  #cases-table th[data-sort]::before { content: attr(data-title); }
  .proof th, .proof td { padding: 2px 5px; white-space: normal; overflow-wrap: break-word; } table.proof { font-size: 8pt; } .detail dl { grid-template-columns: max-content minmax(0, 1fr); }
  .scroll { overflow: visible; } table { font-size: 9pt; } th, td { padding: 3px 6px; } details > summary { margin: 14px 0 6px; font-size: 13pt; } footer { margin-top: 10px; }
  .badge, .key, svg rect, thead th, .card, .alarm { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
