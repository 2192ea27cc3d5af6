module github.com/pyasync2go/pyasync2go

go 1.26
