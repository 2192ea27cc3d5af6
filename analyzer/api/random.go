package api

var randomModule = Module{Name: "random", Package: runtimePath + "pystd/random", Entries: []Entry{
	{Name: "seed", Sig: "(a: int) -> None", Go: "random.Seed({a|any})"},
	{Name: "random", Sig: "() -> float", Go: "random.Random()"},
	{Name: "uniform", Sig: "(a: float, b: float) -> float", Go: "random.Uniform({a}, {b})"},
	{Name: "gauss", Sig: "(mu: float, sigma: float) -> float", Go: "random.Gauss({mu}, {sigma})"},
	{Name: "normalvariate", Sig: "(mu: float, sigma: float) -> float", Go: "random.Normalvariate({mu}, {sigma})"},
	{Name: "expovariate", Sig: "(lambd: float) -> float", Go: "random.Expovariate({lambd})"},
	{Name: "randint", Sig: "(a: int, b: int) -> int", Go: "random.Randint({a}, {b})", Bits: OfArguments},
	{Name: "randrange", Sig: "(stop: int) -> int", Go: "random.Randrange(0, {stop})", Bits: OfArguments},
	{Name: "randrange", Sig: "(start: int, stop: int) -> int", Go: "random.Randrange({start}, {stop})", Bits: OfArguments},
	{Name: "randrange", Sig: "(start: int, stop: int, step: int) -> int", Go: "random.RandrangeStep({start}, {stop}, {step})", Bits: OfArguments},
	{Name: "choice", Sig: "(seq: list[T]) -> T", Go: "random.Choice({seq})"},
	{Name: "shuffle", Sig: "(x: list[T]) -> None", Go: "random.Shuffle({x})"},
	{Name: "sample", Sig: "(population: list[T], k: int) -> list[T]", Go: "random.Sample({population}, {k})"},
}}
