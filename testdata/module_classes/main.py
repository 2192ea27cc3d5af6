"""Classes of other modules."""
import asyncio
import app
import app.core.models
import app.errors as errs
from app import Job, models as m
from app.core.models import Point, Status, Level, Base, Shape as S, registry
from app.errors import AppError, NotFound
from app.service import Service, Config
from app.core import config as other


class Local(Base):
    def hello(self) -> str:
        return "local " + super().hello()


class Config2(other.Config):
    extra = 1


def handle(x: object) -> str:
    match x:
        case Job(name=n, status=Status.DONE):
            return f"done {n}"
        case m.Job():
            return f"job {x.name}"
        case Point(a, b):
            return f"point {a} {b}"
        case app.core.models.Circle(r=r):
            return f"circle {r}"
    return "other"


async def main() -> None:
    j = Job("a")
    k = m.Job("b", Status.DONE)
    q = app.core.models.Job("c", level=Level.HIGH)
    print(j, k, q, j == Job("a"), isinstance(k, m.Job), isinstance(k, Job), type(j) is Job, type(j).__module__, Job.__module__, Job.__name__)
    print(handle(j), handle(k), handle(Point(1, 2)), handle(S.make(2)), handle(3))
    p = Point(3, 4)
    print(p, p.norm(), p.x, p._replace(x=0), tuple(p), registry)
    print(Local("z").hello(), Local.__mro__[1].__name__, isinstance(Local("q"), Base), Base.count, app.core.models.Base.count)
    s = Service(Config(retries=2))
    for name in ("ok", "missing", "bad"):
        try:
            print(await s.run(name))
        except NotFound as e:
            print("not found:", e, e.key, type(e).__module__, isinstance(e, AppError), isinstance(e, errs.AppError))
        except errs.AppError as e:
            print("app error:", e, e.code, repr(e))
    print(s.config, other.Config("x"), Config, other.Config, Config2("y"), Config2("y").extra)
    print(Status("done"), Status.DONE.name, [str(x) for x in Status], Level.HIGH > 1, Level.HIGH)
    classes = {"job": Job, "point": m.Point}
    print(classes["job"]("dyn"), classes["point"](5, 6), sorted(c.__name__ for c in classes.values()))
    from app.core.models import Late
    print(Late().value, Late.default, m.Late.default)
    m.Late.default = 9
    print(Late.default, Late().value)
    print(repr(s).split(" at ")[0], errs.NotFound("k").args)
    try:
        raise errs.Wrapped("w") from NotFound("inner")
    except AppError as e:
        print(repr(e), repr(e.__cause__))
    print(await s.many([Job("x"), Job("y")]), s.seen)


asyncio.run(main())
