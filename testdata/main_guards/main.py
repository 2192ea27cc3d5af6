"""What modules do if they are the script, and their own names."""
import tool
import pk.tool as t2
import pk
from pk import __main__ as pm
print(tool.__name__, tool.__doc__, t2.__name__, t2.f(), pk.__name__, pk.tool.x, pm.__name__)
try:
    print(tool.missing)
except AttributeError as e:
    print(e)
try:
    tool.gone(1)
except AttributeError as e:
    print(e)
if __name__ == "__main__":
    print("main runs")
else:
    print("no")
