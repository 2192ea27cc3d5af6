// Package policy is Python's module email.policy.
package policy

import "github.com/pyasync2go/pyasync2go/runtime/pystd/email"

// Module is the module email.policy.
var Module = email.PolicyModule
