package ssl

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/x509"
	"encoding/asn1"
	"encoding/pem"
	"hash"

	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// decryptKey decrypts a private key of a PEM file: one of PKCS #8 as OpenSSL
// writes it, or one of the old format with its headers. A wrong password is an
// SSLError.
func decryptKey(block *pem.Block, password []byte) []byte {
	var der []byte
	var err error
	if block.Headers["DEK-Info"] != "" {
		//lint:ignore SA1019 OpenSSL reads keys that are encrypted so
		der, err = x509.DecryptPEMBlock(block, password)
	} else {
		der, err = decryptPKCS8(block.Bytes, password)
	}
	if err != nil {
		panic(pemError("SSL").at(loadingKey))
	}
	return der
}

type algorithm struct {
	ID         asn1.ObjectIdentifier
	Parameters asn1.RawValue `asn1:"optional"`
}

var (
	pbes2  = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 5, 13}
	pbkdf  = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 5, 12}
	hashes = map[string]func() hash.Hash{
		"":                    sha1.New,
		"1.2.840.113549.2.7":  sha1.New,
		"1.2.840.113549.2.9":  sha256.New,
		"1.2.840.113549.2.11": sha512.New,
	}
	// keyLengths are those of AES in CBC mode.
	keyLengths = map[string]int{
		"2.16.840.1.101.3.4.1.2": 16, "2.16.840.1.101.3.4.1.22": 24, "2.16.840.1.101.3.4.1.42": 32,
	}
)

// decryptPKCS8 is RFC 8018's PBES2 with PBKDF2 and AES.
func decryptPKCS8(der, password []byte) ([]byte, error) {
	var outer struct {
		Scheme algorithm
		Data   []byte
	}
	var scheme struct{ Derivation, Encryption algorithm }
	var derivation struct {
		Salt       []byte
		Iterations int
		Length     int       `asn1:"optional"`
		Function   algorithm `asn1:"optional"`
	}
	var iv []byte
	if _, err := asn1.Unmarshal(der, &outer); err != nil {
		return nil, err
	}
	if !outer.Scheme.ID.Equal(pbes2) {
		panic(exc.NotImplementedError("keys encrypted with %s are not supported", outer.Scheme.ID))
	}
	if _, err := asn1.Unmarshal(outer.Scheme.Parameters.FullBytes, &scheme); err != nil {
		return nil, err
	}
	length := keyLengths[scheme.Encryption.ID.String()]
	if !scheme.Derivation.ID.Equal(pbkdf) || length == 0 {
		panic(exc.NotImplementedError("keys encrypted with %s are not supported", scheme.Encryption.ID))
	}
	if _, err := asn1.Unmarshal(scheme.Derivation.Parameters.FullBytes, &derivation); err != nil {
		return nil, err
	}
	if _, err := asn1.Unmarshal(scheme.Encryption.Parameters.FullBytes, &iv); err != nil {
		return nil, err
	}
	function := hashes[derivation.Function.ID.String()]
	if function == nil || len(iv) != aes.BlockSize || len(outer.Data)%aes.BlockSize != 0 || len(outer.Data) == 0 {
		return nil, asn1.StructuralError{Msg: "unknown parameters"}
	}
	key, err := pbkdf2.Key(function, string(password), derivation.Salt, derivation.Iterations, length)
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	plain := make([]byte, len(outer.Data))
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(plain, outer.Data)
	padding := int(plain[len(plain)-1])
	if padding == 0 || padding > aes.BlockSize {
		return nil, x509.IncorrectPasswordError
	}
	return plain[:len(plain)-padding], nil
}
