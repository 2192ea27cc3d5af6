package email

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/base64"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/binascii"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var mimeBaseClass, nonMultipartClass, mimeTextClass, mimeMultipartClass, mimeApplicationClass, mimeImageClass, mimeAudioClass, mimeMessageClass *py.Class

func init() {
	class := func(target **py.Class, module, name string, base **py.Class, define func(d *py.Definition)) {
		*target = py.NewNativeClass(module, name, []*py.Class{*base}, func(d *py.Definition) {
			d.Alloc(func() any { return newMessage(*target, policies().compat) })
			define(d)
		})
	}
	message := &messageClass
	if *message == nil {
		panic("email: the class Message is made after its derived classes")
	}
	class(&mimeBaseClass, "email.mime.base", "MIMEBase", message, func(d *py.Definition) {
		d.Init("__init__(self, _maintype, _subtype, *, policy=None, **_params)", func(self, main, sub, policy, params any) any {
			initMIME(self, py.Str(main), py.Str(sub), policy, params)
			return nil
		})
	})
	class(&nonMultipartClass, "email.mime.nonmultipart", "MIMENonMultipart", &mimeBaseClass, func(d *py.Definition) {
		d.Method("attach(self, payload)", func(_, _ any) any {
			panic(py.NewException(conversionError, "Cannot attach additional subparts to non-multipart/*"))
		})
	})
	class(&mimeTextClass, "email.mime.text", "MIMEText", &nonMultipartClass, func(d *py.Definition) {
		d.Init("__init__(self, _text, _subtype='plain', _charset=None, *, policy=None)", initText)
	})
	class(&mimeMultipartClass, "email.mime.multipart", "MIMEMultipart", &mimeBaseClass, func(d *py.Definition) {
		d.Init("__init__(self, _subtype='mixed', boundary=None, _subparts=None, *, policy=None, **_params)", initMultipart)
	})
	data := func(name string, guess func(data string) string, standard any) func(d *py.Definition) {
		return func(d *py.Definition) {
			d.Init("__init__(self, _data, _subtype=, _encoder=, *, policy=None, **_params)", func(self, data, sub, encoder, policy, params any) any {
				if sub == nil && guess != nil {
					if found := guess(py.BytesLike(data)); found != "" {
						sub = found
					}
				}
				if sub == nil {
					panic(exc.TypeError("%s", missingSubtype[name]))
				}
				initMIME(self, name, py.Str(sub), policy, params)
				messageOf(self).setPayload(data, nil)
				py.Call(encoder, self)
				return nil
			}, standard, encoders.base64)
		}
	}
	class(&mimeApplicationClass, "email.mime.application", "MIMEApplication", &nonMultipartClass, data("application", nil, "octet-stream"))
	class(&mimeImageClass, "email.mime.image", "MIMEImage", &nonMultipartClass, data("image", imageType, nil))
	class(&mimeAudioClass, "email.mime.audio", "MIMEAudio", &nonMultipartClass, data("audio", audioType, nil))
	class(&mimeMessageClass, "email.mime.message", "MIMEMessage", &nonMultipartClass, func(d *py.Definition) {
		d.Init("__init__(self, _msg, _subtype='rfc822', *, policy=None)", func(self, inner, sub, policy any) any {
			initMIME(self, "message", py.Str(sub), policy, py.DictOf[any, any]())
			if !py.IsInstance(inner, messageClass) {
				panic(exc.TypeError("Argument is not an instance of Message"))
			}
			m := messageOf(self)
			m.attach(inner)
			m.defaultType = "message/rfc822"
			return nil
		})
	})
}

var missingSubtype = map[string]string{
	"application": "Invalid application MIME subtype",
	"image":       "Could not guess image MIME subtype",
	"audio":       "Could not find audio MIME subtype",
}

func initMIME(self any, main, sub string, policy, params any) {
	m := messageOf(self)
	if policy != nil {
		m.policy = policyOf(policy)
	}
	m.addHeader("Content-Type", main+"/"+sub, params)
	m.set("MIME-Version", "1.0")
}

func initText(self, text, sub, charset, policy any) any {
	s := py.As[string](text)
	if charset == nil {
		charset = "us-ascii"
		if !py.StrIsASCII(s) {
			charset = "utf-8"
		}
	}
	initMIME(self, "text", py.Str(sub), policy, py.DictOf[any, any]("charset", py.Str(charset)))
	messageOf(self).setPayload(s, charset)
	return nil
}

func initMultipart(self, sub, boundary, parts, policy, params any) any {
	initMIME(self, "multipart", py.Str(sub), policy, params)
	m := messageOf(self)
	m.payload = py.ListOf[any]()
	if py.Truth(parts) {
		for part := range py.Iter(parts) {
			m.attach(part)
		}
	}
	if py.Truth(boundary) {
		m.setBoundary(py.As[string](boundary))
	}
	return nil
}

// imageType tells an image by its first bytes, "" if it is not known.
func imageType(data string) string {
	at := func(i, j int) string { return data[min(i, len(data)):min(j, len(data))] }
	netpbm := func(kinds string) bool {
		return len(data) >= 3 && data[0] == 'P' && strings.IndexByte(kinds, data[1]) >= 0 && strings.IndexByte(" \t\n\r", data[2]) >= 0
	}
	switch {
	case at(6, 10) == "JFIF" || at(6, 10) == "Exif" || at(0, 4) == "\xff\xd8\xff\xdb":
		return "jpeg"
	case strings.HasPrefix(data, "\x89PNG\r\n\x1a\n"):
		return "png"
	case at(0, 6) == "GIF87a" || at(0, 6) == "GIF89a":
		return "gif"
	case at(0, 2) == "MM" || at(0, 2) == "II":
		return "tiff"
	case at(0, 2) == "\x01\xda":
		return "rgb"
	case netpbm("14"):
		return "pbm"
	case netpbm("25"):
		return "pgm"
	case netpbm("36"):
		return "ppm"
	}
	for _, sign := range []struct{ start, name string }{
		{"\x59\xa6\x6a\x95", "rast"}, {"#define ", "xbm"}, {"BM", "bmp"}, {"\x76\x2f\x31\x01", "exr"},
	} {
		if strings.HasPrefix(data, sign.start) {
			return sign.name
		}
	}
	if at(0, 4) == "RIFF" && at(8, 12) == "WEBP" {
		return "webp"
	}
	return ""
}

// audioType tells a sound by its first bytes, "" if it is not known.
func audioType(data string) string {
	at := func(i, j int) string { return data[min(i, len(data)):min(j, len(data))] }
	switch {
	case at(0, 4) == "FORM" && slices.Contains([]string{"AIFC", "AIFF"}, at(8, 12)):
		return "x-aiff"
	case at(0, 4) == ".snd":
		return "basic"
	case at(0, 4) == "RIFF" && at(8, 12) == "WAVE" && at(12, 16) == "fmt ":
		return "x-wav"
	}
	return ""
}

// encoders are the functions of email.encoders.
var encoders = struct{ base64, quopri, sevenOrEight, nothing *py.Function }{
	py.Func("encode_base64(msg)", func(msg any) any {
		m := messageOf(msg)
		encoded := py.Call(base64.Module().Attr("encodebytes"), m.getPayload(nil, true))
		m.setPayload(py.BytesDecode(py.BytesLike(encoded), "ascii", "strict"), nil)
		m.set("Content-Transfer-Encoding", "base64")
		return nil
	}),
	py.Func("encode_quopri(msg)", func(msg any) any {
		m := messageOf(msg)
		encoded := py.CallKw(binascii.Module().Attr("b2a_qp"), []any{m.getPayload(nil, true)}, py.Kwargs{{Name: "quotetabs", Value: true}})
		m.setPayload(strings.ReplaceAll(py.BytesDecode(py.BytesLike(encoded), "ascii", "strict"), " ", "=20"), nil)
		m.set("Content-Transfer-Encoding", "quoted-printable")
		return nil
	}),
	py.Func("encode_7or8bit(msg)", func(msg any) any {
		messageOf(msg).markSevenOrEight()
		return nil
	}),
	py.Func("encode_noop(msg)", func(any) any { return nil }),
}
