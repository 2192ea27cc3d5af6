import json

DATA = """
[
  {"name": "north", "sales": [10, 12.5, 3], "open": true},
  {"name": "süd", "sales": [], "open": null}
]
"""

regions = json.loads(DATA)
report = {}
for region in regions:
    sales = region["sales"]
    report[region["name"]] = {"total": sum(sales), "best": max(sales, default=None), "open": bool(region["open"])}
print(json.dumps(report))
print(json.dumps(report, indent=2, sort_keys=True, ensure_ascii=False))
try:
    json.loads('{"a": }')
except json.JSONDecodeError as e:
    print("bad JSON:", e)

for indent in (None, 2):
    for value in ({"a": [1, {"b": None}, [], {}, (1, "x")], "c": {}}, [], 5, [1, [2, [3]]]):
        print(list(json.JSONEncoder(indent=indent).iterencode(value)))
