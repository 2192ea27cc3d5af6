package uuid

import (
	"crypto/md5"
	"crypto/rand"
	"crypto/sha1"
	"encoding/binary"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// New4 is uuid4(): a random UUID.
func New4() *UUID {
	u := &UUID{safe: unknownSafety()}
	rand.Read(u.octets[:]) // never fails
	u.setVersion(4)
	return u
}

// named is uuid3 or uuid5: the digest of a name in a namespace.
func named(namespace, name any, version int, digest func(data []byte) []byte) any {
	space, ok := py.Payload(namespace).(*UUID)
	if !ok {
		py.GetAttr(namespace, "bytes")
		panic(exc.TypeError("namespace must be a UUID"))
	}
	var data []byte
	switch v := py.Payload(name).(type) {
	case string:
		data = []byte(py.As[py.Bytes](py.CallMethod(v, "encode", "utf-8")))
	case py.Bytes:
		data = []byte(v)
	default:
		panic(exc.TypeError("can't concat %s to bytes", py.TypeOf(name).Name()))
	}
	u := &UUID{safe: unknownSafety()}
	copy(u.octets[:], digest(append(append([]byte{}, space.octets[:]...), data...)))
	u.setVersion(version)
	return u
}

// node is getnode(): the hardware address of the machine, or a random number.
var node = sync.OnceValue(func() int {
	files, _ := filepath.Glob("/sys/class/net/*/address")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			continue
		}
		b, err := hex.DecodeString(strings.ReplaceAll(strings.TrimSpace(string(text)), ":", ""))
		if err == nil && len(b) == 6 && strings.Trim(string(b), "\x00") != "" {
			return int(binary.BigEndian.Uint64(append([]byte{0, 0}, b...)))
		}
	}
	var b [8]byte
	rand.Read(b[2:])
	return int(binary.BigEndian.Uint64(b[:])) | 1<<40
})

var (
	lastLock sync.Mutex
	last     int // the time of the last uuid1, in 100 ns since 1582
)

// timed is uuid1(node, clock_seq).
func timed(nodeID, sequence any) any {
	const calendarStart = 0x01b21dd213814000 // 1582-10-15 before the epoch
	lastLock.Lock()
	now := max(int(time.Now().UnixNano())/100+calendarStart, last+1)
	last = now
	lastLock.Unlock()
	id := node()
	if nodeID != nil {
		id = number.Int(nodeID)
	}
	var random [2]byte
	rand.Read(random[:])
	seq := int(binary.BigEndian.Uint16(random[:]) & 0x3fff)
	if sequence != nil {
		seq = number.Int(sequence)
	}
	u := &UUID{safe: unknownSafety()}
	u.octets = fromFields(py.Tuple{now & 0xffffffff, now >> 32 & 0xffff, now >> 48 & 0x0fff, seq >> 8 & 0x3f, seq & 0xff, id})
	u.setVersion(1)
	return u
}

// Module is the module uuid.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("uuid", "UUID objects (universally unique identifiers) according to RFC 4122.")
	m.Class(uuidClass)
	m.Class(safeClass())
	m.Set("RFC_4122", rfc4122).Set("RESERVED_NCS", (&UUID{}).variant())
	m.Set("RESERVED_MICROSOFT", (&UUID{octets: [16]byte{8: 0xc0}}).variant())
	m.Set("RESERVED_FUTURE", (&UUID{octets: [16]byte{8: 0xe0}}).variant())
	for name, text := range map[string]string{
		"NAMESPACE_DNS": "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "NAMESPACE_URL": "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
		"NAMESPACE_OID": "6ba7b812-9dad-11d1-80b4-00c04fd430c8", "NAMESPACE_X500": "6ba7b814-9dad-11d1-80b4-00c04fd430c8",
	} {
		m.Set(name, &UUID{octets: parse(text), safe: unknownSafety()})
	}
	m.Func("uuid1(node=None, clock_seq=None)", timed)
	m.Func("uuid3(namespace, name)", func(namespace, name any) any {
		return named(namespace, name, 3, func(data []byte) []byte {
			sum := md5.Sum(data)
			return sum[:]
		})
	})
	m.Func("uuid4()", func() any { return New4() })
	m.Func("uuid5(namespace, name)", func(namespace, name any) any {
		return named(namespace, name, 5, func(data []byte) []byte {
			sum := sha1.Sum(data)
			return sum[:]
		})
	})
	m.Func("getnode()", func() any { return node() })
	return m
})
