// Package audio is Python's module email.mime.audio.
package audio

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.mime.audio.
var Module = email.MIMEAudioModule
