package api

var streamsModule = Module{Name: "asyncio", Package: Packages["asyncio"], Entries: []Entry{
	{Name: "open_connection", Sig: "(host, port) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]", Go: "asyncio.OpenConnection(ctx, {host}, {port})", Async: true, Many: "reader writer", Keeps: true},
	{Name: "open_connection", Sig: "(host, port, *, ssl) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]", Go: "asyncio.OpenTLSConnection(ctx, {host}, {port}, {ssl}, nil)", Async: true, Many: "reader writer", Keeps: true},
	{Name: "open_connection", Sig: "(host, port, *, ssl, server_hostname) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]", Go: "asyncio.OpenTLSConnection(ctx, {host}, {port}, {ssl}, {server_hostname})", Async: true, Many: "reader writer", Keeps: true},
	{Name: "open_unix_connection", Sig: "(path: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]", Go: "asyncio.OpenUnixConnection(ctx, {path})", Async: true, Many: "reader writer"},
	{Name: "start_server", Sig: "(client_connected_cb: async func[asyncio.StreamReader, asyncio.StreamWriter, None], host, port) -> asyncio.Server", Go: "asyncio.StartServer(ctx, {client_connected_cb}, {host}, {port})", Async: true, Hint: "server", Keeps: true},
	{Name: "start_server", Sig: "(client_connected_cb: async func[asyncio.StreamReader, asyncio.StreamWriter, None], host, port, *, ssl) -> asyncio.Server", Go: "asyncio.StartTLSServer(ctx, {client_connected_cb}, {host}, {port}, {ssl})", Async: true, Hint: "server", Keeps: true},
	{Name: "start_unix_server", Sig: "(client_connected_cb: async func[asyncio.StreamReader, asyncio.StreamWriter, None], path: str) -> asyncio.Server", Go: "asyncio.StartUnixServer(ctx, {client_connected_cb}, {path})", Async: true, Hint: "server"},

	{Name: "StreamReader.read", Sig: "(self: asyncio.StreamReader) -> bytes", Go: "{self}.Read(ctx, -1)", Async: true, Hint: "data"},
	{Name: "StreamReader.read", Sig: "(self: asyncio.StreamReader, n: int) -> bytes", Go: "{self}.Read(ctx, {n})", Async: true, Hint: "data"},
	{Name: "StreamReader.readline", Sig: "(self: asyncio.StreamReader) -> bytes", Go: "{self}.ReadLine(ctx)", Async: true, Hint: "line"},
	{Name: "StreamReader.readexactly", Sig: "(self: asyncio.StreamReader, n: int) -> bytes", Go: "{self}.ReadExactly(ctx, {n})", Async: true, Hint: "data"},
	{Name: "StreamReader.readuntil", Sig: "(self: asyncio.StreamReader) -> bytes", Go: `{self}.ReadUntil(ctx, "\n")`, Async: true, Hint: "data"},
	{Name: "StreamReader.readuntil", Sig: "(self: asyncio.StreamReader, separator: bytes) -> bytes", Go: "{self}.ReadUntil(ctx, {separator})", Async: true, Hint: "data"},
	{Name: "StreamReader.at_eof", Sig: "(self: asyncio.StreamReader) -> bool", Go: "{self}.AtEOF()"},

	{Name: "StreamWriter.write", Sig: "(self: asyncio.StreamWriter, data: bytes) -> None", Go: "{self}.Write({data})"},
	{Name: "StreamWriter.drain", Sig: "(self: asyncio.StreamWriter) -> None", Go: "{self}.Drain(ctx)", Async: true},
	{Name: "StreamWriter.write_eof", Sig: "(self: asyncio.StreamWriter) -> None", Go: "{self}.WriteEOF()"},
	{Name: "StreamWriter.close", Sig: "(self: asyncio.StreamWriter) -> None", Go: "{self}.Close()"},
	{Name: "StreamWriter.is_closing", Sig: "(self: asyncio.StreamWriter) -> bool", Go: "{self}.IsClosing()"},
	{Name: "StreamWriter.wait_closed", Sig: "(self: asyncio.StreamWriter) -> None", Go: "{self}.WaitClosed(ctx)", Async: true},
	{Name: "StreamWriter.start_tls", Sig: "(self: asyncio.StreamWriter, sslcontext) -> None", Go: "{self}.StartTLS(ctx, {sslcontext}, nil)", Async: true},
	{Name: "StreamWriter.start_tls", Sig: "(self: asyncio.StreamWriter, sslcontext, *, server_hostname) -> None", Go: "{self}.StartTLS(ctx, {sslcontext}, {server_hostname})", Async: true},
	{Name: "StreamWriter.get_extra_info", Sig: "(self: asyncio.StreamWriter, name: str) -> any", Go: "{self}.ExtraInfo({name})"},

	{Name: "Server.close", Sig: "(self: asyncio.Server) -> None", Go: "{self}.Close()"},
	{Name: "Server.is_serving", Sig: "(self: asyncio.Server) -> bool", Go: "{self}.IsServing()"},
	{Name: "Server.start_serving", Sig: "(self: asyncio.Server) -> None", Go: "{self}.StartServing(ctx)", Async: true},
	{Name: "Server.serve_forever", Sig: "(self: asyncio.Server) -> None", Go: "{self}.ServeForever(ctx)", Async: true},
	{Name: "Server.wait_closed", Sig: "(self: asyncio.Server) -> None", Go: "{self}.WaitClosed(ctx)", Async: true},
}}
