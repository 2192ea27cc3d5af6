package io

import "github.com/pyasync2go/pyasync2go/runtime/py"

// bufferedPair is BufferedRWPair: a buffer for reading and one for writing over
// streams that cannot seek.
type bufferedPair struct {
	py.Attributes
	reader, writer *binaryFile
}

// PyClass is the class BufferedRWPair.
func (*bufferedPair) PyClass() *py.Class { return pairClass }

var pairClass *py.Class

func init() {
	pairClass = py.NewNativeClass("_io", "BufferedRWPair", []*py.Class{bufferedBaseClass}, func(d *py.Definition) {
		d.New("BufferedRWPair(reader, writer, buffer_size=8192, /)", func(reader, writer, size any) any {
			return &bufferedPair{
				reader: py.Call(readerClass, reader, size).(*binaryFile),
				writer: py.Call(writerClass, writer, size).(*binaryFile),
			}
		})
		of := py.PayloadAs[*bufferedPair]
		for _, name := range []string{"read", "read1", "readinto", "readinto1", "peek", "readable", "readline"} {
			d.Method(name+"(self, /, *args)", func(self, args any) any {
				return py.CallMethod(of(self).reader, name, args.(py.Tuple)...)
			})
		}
		for _, name := range []string{"write", "flush", "writable"} {
			d.Method(name+"(self, /, *args)", func(self, args any) any {
				return py.CallMethod(of(self).writer, name, args.(py.Tuple)...)
			})
		}
		d.Method("close(self, /)", func(self any) any {
			p := of(self)
			defer p.reader.close()
			p.writer.close()
			return nil
		})
		d.Method("isatty(self, /)", func(self any) any {
			return of(self).writer.device.Terminal() || of(self).reader.device.Terminal()
		})
		d.Getter("closed", func(self any) any { return py.GetAttr(of(self).writer, "closed") })
	})
}
