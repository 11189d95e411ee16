"""Fills in a form as a clerk does, with openpyxl: another program than the one that wrote it.

usage: answer-forms.py IN OUT PLAN.json
PLAN: { "key": title of the column that names a row, "rows": { key: { title: value } },
        "reverse": true where the clerk turned the rows around, "drop": titles of columns deleted }
"""
import json
import re
import sys
import unicodedata

import openpyxl


def plain(title):
    text = unicodedata.normalize("NFKC", str(title or ""))
    return re.sub(r"\s", "", re.sub(r"\(.*?\)", "", text))


def find_header(sheet, key):
    for row in sheet.iter_rows(min_row=1, max_row=15):
        titles = {plain(cell.value): cell.column for cell in row if cell.value is not None}
        if plain(key) in titles:
            return row[0].row, titles
    return None, {}


def main(source, target, plan_file):
    with open(plan_file, encoding="utf-8") as file:
        plan = json.load(file)
    book = openpyxl.load_workbook(source)
    filled = 0
    for sheet in book.worksheets:
        header, titles = find_header(sheet, plan["key"])
        if header is None or sheet.sheet_state != "visible":
            continue
        key = titles[plain(plan["key"])]
        for number in range(header + 1, sheet.max_row + 1):
            answers = plan["rows"].get(str(sheet.cell(number, key).value))
            if not answers:
                continue
            filled += 1
            for title, value in answers.items():
                if plain(title) not in titles:
                    raise SystemExit(f"no column {title} in {sheet.title}")
                sheet.cell(number, titles[plain(title)]).value = value
        if plan.get("reverse"):
            last = sheet.max_row
            values = [[c.value for c in row] for row in sheet.iter_rows(min_row=header + 1, max_row=last)]
            for number, row in enumerate(reversed(values), start=header + 1):
                for column, value in enumerate(row, start=1):
                    sheet.cell(number, column).value = value
        columns = sorted((titles[plain(t)] for t in plan.get("drop", [])), reverse=True)
        for column in columns:
            sheet.delete_cols(column)
    book.save(target)
    print(filled)


main(*sys.argv[1:])
