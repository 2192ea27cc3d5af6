"""Sockets of the program: blocking, with a timeout, non-blocking, in threads and in the loop."""
import asyncio
import errno
import select
import selectors
import socket
import threading


def attempt(f):
    try:
        print(repr(f()))
    except (OSError, TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def serve(server):
    conn, addr = server.accept()
    with conn:
        while data := conn.recv(1024):
            conn.sendall(data.upper())
    print("peer", addr[0])


def blocking():
    server = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=serve, args=(server,))
    thread.start()
    with socket.create_connection(server.getsockname(), timeout=5) as client:
        print(client.gettimeout(), client.family, repr(client.type))
        client.sendall(b"hello")
        print(client.recv(100))
        client.shutdown(socket.SHUT_WR)
        rest = client.recv(10)
    thread.join()
    print(rest)
    server.close()
    print(server)


def pairs():
    a, b = socket.socketpair()
    text, raw = a.makefile("rw", encoding="utf-8"), b.makefile("rwb")
    text.write("line one\nline two\n")
    text.flush()
    print(raw.readline(), raw.readline())
    raw.write("é\nrest".encode())
    raw.flush()
    print(repr(text.readline()))
    a.settimeout(0.01)
    attempt(lambda: a.recv(1))
    attempt(lambda: text.read(5))
    a.setblocking(False)
    b.send(b"abc")
    buf = bytearray(5)
    print(a.recv_into(buf), buf, b.sendmsg([b"12", b"34"]), a.recvmsg(10)[:3])
    try:
        a.recv(1)
    except BlockingIOError as e:
        print(errno.errorcode[e.errno], e)
    print(select.select([a], [b], [], 0) == ([], [b], []))
    with selectors.DefaultSelector() as selector:
        key = selector.register(a, selectors.EVENT_READ, "first")
        selector.register(b, selectors.EVENT_WRITE, "second")
        print(key.events, [k.data for k, _ in selector.select(0)])
        b.send(b"x")
        print(sorted(k.data for k, _ in selector.select(1)), len(selector.get_map()))
    a.close()
    b.close()
    attempt(lambda: a.fileno() if text.closed else a.getblocking())
    text.close()
    attempt(a.fileno)
    raw.close()


def errors():
    s = socket.socket()
    attempt(lambda: s.connect(5))
    attempt(lambda: s.connect(("a",)))
    attempt(lambda: s.bind(("127.0.0.1", 99999)))
    attempt(lambda: s.recv(-1))
    attempt(lambda: s.settimeout(-1))
    attempt(lambda: s.send("text"))
    attempt(s.getpeername)
    s.close()
    attempt(lambda: s.recv(1))
    attempt(lambda: socket.inet_aton("x"))
    attempt(lambda: socket.inet_ntop(socket.AF_INET6, b"\0" * 15 + b"\1"))
    attempt(lambda: socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))


async def handler(reader, writer):
    writer.write((await reader.readline())[::-1])
    await writer.drain()
    writer.close()
    await writer.wait_closed()


class Doubler(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        self.transport.sendto(data * 2, addr)


async def in_the_loop():
    loop = asyncio.get_running_loop()
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = await asyncio.start_server(handler, sock=listening)
    async with server:
        client = socket.socket()
        client.setblocking(False)
        await loop.sock_connect(client, listening.getsockname())
        await loop.sock_sendall(client, b"hello\n")
        print(await loop.sock_recv(client, 100), await loop.sock_recv(client, 100))
        client.close()
        connected = socket.create_connection(listening.getsockname())
        reader, writer = await asyncio.open_connection(sock=connected)
        writer.write(b"abc\n")
        print(await reader.read())
        writer.close()
        await writer.wait_closed()
        print(connected.fileno())
    print(listening.fileno())
    bound = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    bound.bind(("127.0.0.1", 0))
    where = bound.getsockname()
    transport, _ = await loop.create_datagram_endpoint(Doubler, sock=bound)
    sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sender.setblocking(False)
    await loop.sock_sendto(sender, b"dg", where)
    print((await loop.sock_recvfrom(sender, 10))[0])
    transport.close()
    sender.close()
    for wrong in (lambda: asyncio.start_server(handler, "h", 1, sock=sender), lambda: asyncio.open_connection()):
        try:
            await wrong()
        except ValueError as e:
            print(e)


blocking()
pairs()
errors()
asyncio.run(in_the_loop())
