package py

// CheckLocal raises UnboundLocalError unless the local variable name is bound.
func CheckLocal(bound bool, name string) {
	if !bound {
		raisef(NewUnboundLocalError, "cannot access local variable '%s' where it is not associated with a value", name)
	}
}

// CheckGlobal raises NameError unless the module's variable name is bound.
func CheckGlobal(bound bool, name string) {
	if !bound {
		raisef(NewNameError, "name '%s' is not defined", name)
	}
}
