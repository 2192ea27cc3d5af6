package ssl

import (
	"bytes"
	"crypto"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	_ "crypto/sha256" // for the key schedules
	_ "crypto/sha512"
	"crypto/tls"
	"encoding/hex"
)

// crypto/tls sends bad_certificate whatever a callback finds wrong with a
// certificate. OpenSSL tells the other side what it was, and its exception shows
// that; so the alert is written anew.

const (
	alertRecord       = 21
	applicationRecord = 23
	fatalAlert        = 2
)

// secretWriter takes the secrets of a connection from crypto/tls, for the alerts
// that are written anew.
type secretWriter struct{ session *session }

// Write takes a line of the format of SSLKEYLOGFILE.
func (w secretWriter) Write(line []byte) (int, error) {
	fields := bytes.Fields(line)
	if len(fields) == 3 {
		if secret, err := hex.DecodeString(string(fields[2])); err == nil {
			if w.session.secrets == nil {
				w.session.secrets = map[string][]byte{}
			}
			w.session.secrets[string(fields[0])] = secret
		}
	}
	return len(line), nil
}

// alerted are records in which an alert is replaced by the one that tells why
// the certificate was refused.
func (s *session) alerted(records []byte) []byte {
	if s.alert == 0 {
		return records
	}
	var out []byte
	for len(records) >= recordHeader {
		end := min(recordHeader+(int(records[3])<<8|int(records[4])), len(records))
		out = append(out, s.alertedRecord(records[:end])...)
		records = records[end:]
	}
	return append(out, records...)
}

func (s *session) alertedRecord(record []byte) []byte {
	switch {
	case record[0] == alertRecord && len(record) == recordHeader+2:
		record = bytes.Clone(record)
		record[recordHeader+1] = s.alert
	case record[0] == applicationRecord && len(record) == recordHeader+2+1+aead16:
		if sealed := s.seal(record[:recordHeader], []byte{fatalAlert, s.alert, alertRecord}); sealed != nil {
			return sealed
		}
	}
	return record
}

// aead16 is the length of the tag of AES-GCM.
const aead16 = 16

// seal encrypts the first record that this side sends under its current keys;
// nil if the cipher is none of Go's library.
func (s *session) seal(header, plain []byte) []byte {
	hash, keyLength := crypto.SHA256, 16
	switch s.suite {
	case tls.TLS_AES_128_GCM_SHA256:
	case tls.TLS_AES_256_GCM_SHA384:
		hash, keyLength = crypto.SHA384, 32
	default:
		return nil
	}
	label := "CLIENT_HANDSHAKE_TRAFFIC_SECRET"
	if s.serverSide {
		label = "SERVER_TRAFFIC_SECRET_0"
	}
	secret := s.secrets[label]
	if secret == nil {
		return nil
	}
	key, err := expandLabel(hash, secret, "key", keyLength)
	if err != nil {
		return nil
	}
	nonce, err := expandLabel(hash, secret, "iv", 12)
	if err != nil {
		return nil
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		return nil
	}
	return gcm.Seal(bytes.Clone(header), nonce, plain, header)
}

// expandLabel is HKDF-Expand-Label of RFC 8446, section 7.1, without a context.
func expandLabel(hash crypto.Hash, secret []byte, label string, length int) ([]byte, error) {
	label = "tls13 " + label
	info := string([]byte{byte(length >> 8), byte(length), byte(len(label))}) + label + "\x00"
	return hkdf.Expand(hash.New, secret, info, length)
}
