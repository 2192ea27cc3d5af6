package email

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Module is the module email.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("email", "A package for parsing, handling, and generating email messages.")
	read := func(spec string, class *py.Class, method string) {
		m.Func(spec, func(source, args, kw any) any {
			return py.CallMethod(py.CallKw(class, args.(py.Tuple), py.KwFrom(kw)), method, source)
		})
	}
	read("message_from_string(s, *args, **kws)", parserClass, "parsestr")
	read("message_from_bytes(s, *args, **kws)", bytesParserClass, "parsebytes")
	read("message_from_file(fp, *args, **kws)", parserClass, "parse")
	read("message_from_binary_file(fp, *args, **kws)", bytesParserClass, "parse")
	return m
})

// module makes a module of classes.
func module(name, doc string, classes ...**py.Class) func() *py.Module {
	return sync.OnceValue(func() *py.Module {
		m := py.NewModule(name, doc)
		for _, c := range classes {
			m.Class(*c)
		}
		return m
	})
}

// The modules of the package that only have classes.
var (
	MessageModule         = module("email.message", "Basic message object for the email package object model.", &messageClass, &mimePartClass, &emailMessageClass)
	ParserModule          = module("email.parser", "A parser of RFC 5322 and MIME email messages.", &parserClass, &headerParserClass, &bytesParserClass, &bytesHeaderParserClass, &feedParserClass, &bytesFeedParserClass)
	FeedParserModule      = module("email.feedparser", "An incremental parser of messages.", &feedParserClass, &bytesFeedParserClass)
	GeneratorModule       = module("email.generator", "Classes to generate plain text from a message object tree.", &generatorClass, &bytesGeneratorClass)
	MIMEModule            = module("email.mime", "")
	MIMEBaseModule        = module("email.mime.base", "Base class for MIME specializations.", &mimeBaseClass)
	NonMultipartModule    = module("email.mime.nonmultipart", "Base class for MIME type messages that are not multipart.", &nonMultipartClass)
	MIMETextModule        = module("email.mime.text", "Class representing text/* type MIME documents.", &mimeTextClass)
	MIMEMultipartModule   = module("email.mime.multipart", "Base class for MIME multipart/* type messages.", &mimeMultipartClass)
	MIMEApplicationModule = module("email.mime.application", "Class representing application/* type MIME documents.", &mimeApplicationClass)
	MIMEImageModule       = module("email.mime.image", "Class representing image/* type MIME documents.", &mimeImageClass)
	MIMEAudioModule       = module("email.mime.audio", "Class representing audio/* type MIME documents.", &mimeAudioClass)
	MIMEMessageModule     = module("email.mime.message", "Class representing message/* MIME documents.", &mimeMessageClass)
)

// PolicyModule is the module email.policy.
var PolicyModule = sync.OnceValue(func() *py.Module {
	m := py.NewModule("email.policy", "")
	m.Class(policyClass)
	m.Class(compatClass)
	all := policies()
	m.Set("compat32", all.compat)
	m.Set("default", all.standard)
	m.Set("strict", all.strict)
	m.Set("SMTP", all.smtp)
	m.Set("SMTPUTF8", all.smtpUTF8)
	m.Set("HTTP", all.http)
	return m
})

// HeaderModule is the module email.header.
var HeaderModule = sync.OnceValue(func() *py.Module {
	m := py.NewModule("email.header", "Header encoding and decoding functionality.")
	m.Class(legacyHeaderClass)
	m.Func("decode_header(header)", decodeHeader)
	m.Func("make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=' ')", func(pairs, maxLine, name, space any) any {
		h := makeHeader(pairs)
		h.continuation = py.As[string](space)
		if n, ok := maxLine.(int); ok {
			h.maxLine = n
		}
		if name != nil {
			h.nameLength = py.StrLen(py.As[string](name)) + 2
		}
		return h
	})
	return m
})

// HeaderRegistryModule is the module email.headerregistry.
var HeaderRegistryModule = sync.OnceValue(func() *py.Module {
	m := py.NewModule("email.headerregistry", "Representing and manipulating email headers via custom objects.")
	m.Class(addressClass)
	m.Class(groupClass)
	m.Class(baseHeaderClass())
	return m
})

// ContentManagerModule is the module email.contentmanager.
var ContentManagerModule = sync.OnceValue(func() *py.Module {
	m := py.NewModule("email.contentmanager", "")
	m.Class(contentManagerClass)
	m.Set("raw_data_manager", rawDataManager())
	return m
})

// CharsetModule is the module email.charset.
var CharsetModule = sync.OnceValue(func() *py.Module {
	m := py.NewModule("email.charset", "")
	m.Class(charsetClass)
	m.Set("QP", encodingQ)
	m.Set("BASE64", encodingBase64)
	m.Set("SHORTEST", encodingShortest)
	return m
})

// EncodersModule is the module email.encoders.
var EncodersModule = sync.OnceValue(func() *py.Module {
	m := py.NewModule("email.encoders", "Encodings and related functions.")
	for _, f := range []*py.Function{encoders.base64, encoders.quopri, encoders.sevenOrEight, encoders.nothing} {
		m.Set(f.Name(), f)
	}
	return m
})

// IteratorsModule is the module email.iterators.
var IteratorsModule = sync.OnceValue(func() *py.Module {
	m := py.NewModule("email.iterators", "Various types of useful iterators and generators.")
	m.Func("walk(self)", func(self any) any { return py.CallMethod(self, "walk") })
	m.Func("typed_subpart_iterator(msg, maintype='text', subtype=None)", func(msg, main, sub any) any {
		var all []any
		messageOf(msg).walk(msg, func(part any) {
			p := messageOf(part)
			if py.Equal(p.mainType(), main) && (sub == nil || py.Equal(p.subType(), sub)) {
				all = append(all, part)
			}
		})
		return iterate(all)
	})
	m.Func("body_line_iterator(msg, decode=False)", func(msg, decode any) any {
		var all []any
		messageOf(msg).walk(msg, func(part any) {
			if text, ok := messageOf(part).getPayload(nil, py.Truth(decode)).(string); ok {
				for _, line := range keepEnds(text) {
					all = append(all, line)
				}
			}
		})
		return iterate(all)
	})
	return m
})
