package api

// modules are the tables of the modules with static forms, one file each.
var modules = []*Module{
	&builtinsModule, &strModule, &listModule, &dictModule, &setModule, &asyncioModule, &streamsModule, &timeModule, &mathModule,
	&jsonModule, &randomModule, &collectionsModule, &heapqModule, &decimalModule, &fractionsModule, &datetimeModule, &reModule,
	&ioModule, &tempfileModule, &contextvarsModule, &loggingModule, &argparseModule, &threadingModule, &urllibParseModule,
	&pathlibModule, &osModule, &osPathModule, &sysModule, &typingModule,
	&itertoolsModule, &inspectModule, &dataclassesModule, &subprocessModule,
}

// entries are the table's entries by qualified name.
var entries = func() map[string][]parsed {
	out := map[string][]parsed{}
	for _, m := range modules {
		for i := range m.Entries {
			e := &m.Entries[i]
			sig, err := ParseSignature(e.Sig)
			if err != nil {
				panic("api: " + e.Name + ": " + err.Error())
			}
			name := e.Name
			if m.Name != "builtins" {
				name = m.Name + "." + name
			}
			out[name] = append(out[name], parsed{e, sig})
		}
	}
	return out
}()

// constants are the table's constants by qualified name.
var constants = func() map[string]*Constant {
	out := map[string]*Constant{}
	for _, m := range modules {
		for i := range m.Constants {
			out[m.Name+"."+m.Constants[i].Name] = &m.Constants[i]
		}
	}
	return out
}()

// ConstantOf returns the constant with a qualified name such as "math.pi", or nil.
func ConstantOf(name string) *Constant { return constants[name] }
