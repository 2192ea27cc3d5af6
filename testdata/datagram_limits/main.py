"""The limits of what waits in a transport of datagrams, and unix sockets without a path."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, local_addr=("127.0.0.1", 0))
    print(transport.get_write_buffer_limits())
    transport.set_write_buffer_limits(high=5000)
    print(transport.get_write_buffer_limits())
    transport.set_write_buffer_limits(low=100)
    print(transport.get_write_buffer_limits(), transport.get_write_buffer_size())
    try:
        transport.set_write_buffer_limits(1, 2)
    except ValueError as e:
        print(e)
    transport.close()
    try:
        await asyncio.start_unix_server(lambda r, w: None)
    except ValueError as e:
        print(e)
    try:
        await asyncio.open_unix_connection()
    except ValueError as e:
        print(e)


asyncio.run(main())
