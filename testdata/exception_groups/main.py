def run() -> None:
    raise ExceptionGroup("several", [ValueError("v"), KeyError("k"), ExceptionGroup("deep", [ValueError("w")])])


try:
    run()
except* ValueError as group:
    print("values", [str(e) for e in group.exceptions], group.message)
except* KeyError as group:
    print("keys", group.exceptions)
try:
    run()
except ExceptionGroup as group:
    matched, rest = group.split(ValueError)
    print(matched, "|", rest)
    print(len(group.exceptions))
