import asyncio
import heapq
def graph(n: int, seed: int) -> dict[int, list[tuple[int, int]]]:
    g: dict[int, list[tuple[int, int]]] = {}
    x = seed
    for i in range(n):
        edges: list[tuple[int, int]] = []
        for _ in range(5):
            x = (x * 1103515245 + 12345) % 2147483648
            edges.append((x // 65536 % n, x % 100 + 1))
        g[i] = edges
    return g
async def shortest(g: dict[int, list[tuple[int, int]]], start: int) -> int:
    dist: dict[int, int] = {start: 0}
    queue: list[tuple[int, int]] = [(0, start)]
    while queue:
        d, u = heapq.heappop(queue)
        if d > dist[u]:
            continue
        for v, w in g[u]:
            nd = d + w
            if v not in dist or nd < dist[v]:
                dist[v] = nd
                heapq.heappush(queue, (nd, v))
    await asyncio.sleep(0)
    return sum(dist.values()) % 1000003
async def main() -> None:
    g = graph(5000, 42)
    print(await asyncio.gather(*[shortest(g, s) for s in range(20)]))
asyncio.run(main())
